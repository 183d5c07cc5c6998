/**
 * Who puts aside how much in a month, for what, and why; and what the month came to.
 *
 * <p>A {@link io.prorata.domain.plan.PlanBook} holds everything planned, dated. A {@link io.prorata.domain.plan.MonthPlan} is
 * what it says of one month: a function of the two alone, never of today. A {@link io.prorata.domain.plan.MonthSummary} adds the
 * facts. Every total is the sum of the parts shown under it.
 */
@NullMarked
package io.prorata.domain.plan;

import org.jspecify.annotations.NullMarked;
