package io.prorata.application.view;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;

/**
 * Computes the plan of a month: nets, weights, and every line with its shares. A plan is a function of its inputs, so a plan that is cached
 * under all of them is never stale.
 */
@FunctionalInterface
public interface Calculations {

    /** Without a cache. */
    Calculations NONE_KEPT = (household, book, month) -> book.at(month);

    /** Returns {@code book.at(month)}, computed now or before. */
    MonthPlan plan(HouseholdId household, PlanBook book, YearMonth month);
}
