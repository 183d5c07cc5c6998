package io.prorata.application.account;

import io.prorata.application.port.Books;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.BankBalance;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the bank says is on an account, beside what its rows come to on the same day.
 *
 * @param computed empty where the day is before that of the opening balance
 */
public record BankComparison(BankBalance bank, Optional<Money> computed) {

    /** Returns what the bank has more than the rows come to: rows that are missing, or an opening balance that is not right. */
    public Optional<Money> difference() {
        return computed.map(own -> bank.amount().minus(own));
    }

    /** Returns what the bank said last up to {@code day}, if it said anything. */
    static Optional<BankComparison> of(HouseholdId household, Books books, Account account, LocalDate day) {
        return books.accounts().balance(household, account.aliases(), day).map(bank -> {
            boolean before = account.opening()
                    .filter(opening -> bank.date().isBefore(opening.date()))
                    .isPresent();
            return new BankComparison(
                    bank, before ? Optional.empty() : Optional.of(computed(household, books, account, bank.date())));
        });
    }

    /** Returns the opening balance and all rows after its day up to {@code day}; without an opening balance, all rows up to then. */
    static Money computed(HouseholdId household, Books books, Account account, LocalDate day) {
        Money opening = account.opening().map(OpeningBalance::amount).orElse(Money.ZERO);
        return opening.plus(books.accounts()
                .sum(household, account.aliases(), account.opening().map(OpeningBalance::date), day));
    }
}
