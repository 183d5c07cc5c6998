package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;

/**
 * What a bill costs from a month on.
 *
 * @param amount of one bill, zero or more
 */
public record FixedTerms(Money amount, Frequency frequency, LineSplit split) {

    public FixedTerms {
        amount.notNegative();
    }
}
