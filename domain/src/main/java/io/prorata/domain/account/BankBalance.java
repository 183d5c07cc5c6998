package io.prorata.domain.account;

import io.prorata.domain.money.Money;
import io.prorata.domain.time.Dates;
import java.time.LocalDate;

/** What the bank says is on an account at the end of a day, of either sign. */
public record BankBalance(LocalDate date, Money amount) {

    /** Refuses a date or an amount out of bounds with an {@link IllegalArgumentException}. */
    public BankBalance {
        Dates.withinBounds(date);
        amount.withinBounds();
    }
}
