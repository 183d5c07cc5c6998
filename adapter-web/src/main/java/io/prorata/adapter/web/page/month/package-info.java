/** A month as people look at it, with what is under each figure, and twelve of them beside each other. */
@NullMarked
package io.prorata.adapter.web.page.month;

import org.jspecify.annotations.NullMarked;
