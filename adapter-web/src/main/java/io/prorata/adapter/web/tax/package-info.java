/** Estimates by published income tax scales. */
@NullMarked
package io.prorata.adapter.web.tax;

import org.jspecify.annotations.NullMarked;
