/** The page, as browsers without script see it. */
@NullMarked
package io.prorata.adapter.web.page;

import org.jspecify.annotations.NullMarked;
