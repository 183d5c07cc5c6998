/**
 * Short forms for common tasks: dividing one amount ({@link io.prorata.domain.facade.Split}), the net of an income ({@link
 * io.prorata.domain.facade.Net}), the plan of a month ({@link io.prorata.domain.facade.HouseholdPlan}).
 *
 * <p>Amounts have a currency here, and results are by member. {@link io.prorata.domain.plan.PlanBook} offers more. {@link
 * io.prorata.domain.freshness.Change#affects} says what a change makes stale.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html">Formulas, with their sources</a>
 */
@NullMarked
package io.prorata.domain.facade;

import org.jspecify.annotations.NullMarked;
