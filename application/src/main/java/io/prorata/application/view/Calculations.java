package io.prorata.application.view;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;

/**
 * Reckons what is planned for a month: nets, weights, and every line with its shares. A plan is a function of what it is reckoned from,
 * so whoever keeps one under all of that keeps nothing that can be stale.
 */
@FunctionalInterface
public interface Calculations {

    /** Keeps nothing. */
    Calculations NONE_KEPT = (household, book, month) -> book.at(month);

    /** Returns {@code book.at(month)}, reckoned now or before. */
    MonthPlan plan(HouseholdId household, PlanBook book, YearMonth month);
}
