/** Estimates by published income tax scales. They are of no household, and change nothing. */
@NullMarked
package io.prorata.application.tax;

import org.jspecify.annotations.NullMarked;
