/**
 * Amounts and rates, exact to the minor unit.
 *
 * <p>An amount counts whole minor units of the household's one currency; a rate counts parts per million. Arithmetic is
 * exact: overflow is a {@link io.prorata.domain.money.SumOverflowException}, never a wrap. The one rounding is half up, away from zero, in
 * {@link io.prorata.domain.money.Rate#of}.
 */
@NullMarked
package io.prorata.domain.money;

import org.jspecify.annotations.NullMarked;
