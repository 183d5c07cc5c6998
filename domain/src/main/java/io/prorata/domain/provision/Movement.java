package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import io.prorata.domain.time.Dates;
import java.time.LocalDate;

/**
 * Money put into a provision or taken out of it: a dated fact.
 *
 * @param amount contributed if positive, withdrawn if negative
 */
public record Movement(LocalDate date, Money amount) {

    /** The direction of the money. */
    public enum Way {
        /** Into the provision. */
        CONTRIBUTION,
        /** Out of it. */
        WITHDRAWAL
    }

    /** Refuses a date or an amount out of bounds with an {@link IllegalArgumentException}. */
    public Movement {
        Dates.withinBounds(date);
        amount.withinBounds();
    }

    /** Returns the direction of the money. */
    public Way way() {
        return amount.isNegative() ? Way.WITHDRAWAL : Way.CONTRIBUTION;
    }
}
