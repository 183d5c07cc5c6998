/**
 * Everyday questions in a few lines: how one amount divides ({@link io.prorata.domain.facade.Split}), what is left of an income
 * ({@link io.prorata.domain.facade.Net}), what a month plans ({@link io.prorata.domain.facade.HouseholdPlan}).
 *
 * <p>Amounts know their currency here, and answers go by member. Whoever needs more goes on with {@link io.prorata.domain.plan.PlanBook}.
 * What a change makes stale is {@link io.prorata.domain.freshness.Change#affects}.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html">Formulas, with their sources</a>
 */
@NullMarked
package io.prorata.domain.facade;

import org.jspecify.annotations.NullMarked;
