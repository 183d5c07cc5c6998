package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;

/**
 * The cost of a bill from a month on.
 *
 * @param amount of one bill, zero or more
 */
public record FixedTerms(Money amount, Frequency frequency, LineSplit split) {

    /** Refuses an amount that is negative or too large with an {@link IllegalArgumentException}. */
    public FixedTerms {
        amount.notNegative();
    }
}
