/**
 * How common costs are divided between members.
 *
 * <p>A {@link io.prorata.domain.split.SplitKey} gives the month's {@link io.prorata.domain.split.Weights}; a
 * {@link io.prorata.domain.split.LineSplit} may divide one line otherwise; weights divide amounts into
 * {@link io.prorata.domain.split.Shares}. Amounts are in minor units. Rounding happens only in {@code Weights.allocate}, by
 * the largest-remainder method, so shares always add up.
 */
@NullMarked
package io.prorata.domain.split;

import org.jspecify.annotations.NullMarked;
