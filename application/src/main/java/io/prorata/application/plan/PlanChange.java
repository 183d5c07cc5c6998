package io.prorata.application.plan;

import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.Currency;
import java.util.SortedSet;

/**
 * A thing as a write has left it.
 *
 * @param currency of its amounts
 * @param plansMoved the months that are over in which figures are not as they were
 * @param book the plan by which its balance is reckoned; empty of what has none
 */
public record PlanChange<T>(T thing, Currency currency, SortedSet<YearMonth> plansMoved, PlanBook book) {

    /** Of a thing that has no balance. */
    public PlanChange(T thing, Currency currency, SortedSet<YearMonth> plansMoved) {
        this(thing, currency, plansMoved, PlanBook.EMPTY);
    }
}
