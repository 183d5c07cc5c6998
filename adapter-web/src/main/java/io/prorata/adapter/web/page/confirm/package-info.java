/** The screen of what rows may be, to be confirmed or rejected. */
@NullMarked
package io.prorata.adapter.web.page.confirm;

import org.jspecify.annotations.NullMarked;
