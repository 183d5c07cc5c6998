/** Proof that month totals have all that the formulas need: each formula is computed from random rows, one by one, and compared. */
@NullMarked
package io.prorata.application.formula;

import org.jspecify.annotations.NullMarked;
