package io.prorata.domain.account;

import io.prorata.domain.money.Money;
import io.prorata.domain.time.Dates;
import java.time.LocalDate;

/** The balance of an account at the end of a day, of either sign. */
public record OpeningBalance(LocalDate date, Money amount) {

    /** Refuses a date or an amount out of bounds with an {@link IllegalArgumentException}. */
    public OpeningBalance {
        Dates.withinBounds(date);
        amount.withinBounds();
    }
}
