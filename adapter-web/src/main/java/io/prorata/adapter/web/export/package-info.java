/** Households given away as a whole. */
@NullMarked
package io.prorata.adapter.web.export;

import org.jspecify.annotations.NullMarked;
