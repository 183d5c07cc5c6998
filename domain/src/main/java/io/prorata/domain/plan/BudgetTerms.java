package io.prorata.domain.plan;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;

/**
 * The terms of a budget from a month on.
 *
 * @param amount a month, zero or more
 */
public record BudgetTerms(Money amount, LineSplit split) {

    /** Refuses an amount that is negative or too large with an {@link IllegalArgumentException}. */
    public BudgetTerms {
        amount.notNegative();
    }
}
