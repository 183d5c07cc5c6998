/**
 * The plan of a month, and its totals with the facts.
 *
 * <p>A {@link io.prorata.domain.plan.PlanBook} contains all dated terms. A {@link io.prorata.domain.plan.MonthPlan} is its plan of one
 * month: a function of book and month alone, never of today. A {@link io.prorata.domain.plan.MonthSummary} adds the
 * facts. Every total is the sum of the parts shown under it.
 */
@NullMarked
package io.prorata.domain.plan;

import org.jspecify.annotations.NullMarked;
