/** What rows may be, until somebody says so. */
@NullMarked
package io.prorata.adapter.web.page.confirm;

import org.jspecify.annotations.NullMarked;
