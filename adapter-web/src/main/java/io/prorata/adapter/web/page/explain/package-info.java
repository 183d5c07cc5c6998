/** The screen that explains a figure. */
@NullMarked
package io.prorata.adapter.web.page.explain;

import org.jspecify.annotations.NullMarked;
