package io.prorata.domain.tax;

import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;

/**
 * The rate on the part of an annual income above {@code above}, up to the next bracket.
 *
 * @param above zero or more
 */
public record Bracket(Money above, Rate rate) {

    /** Refuses a limit that is negative or too large with an {@link IllegalArgumentException}. */
    public Bracket {
        above.notNegative();
    }
}
