package io.prorata.application.account;

import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.account.Account;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.money.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows the accounts that somebody has described, each with its balance on a day. */
public final class ShowAccounts {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowAccounts(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * An account, and what is on it.
     *
     * @param stamp of its description
     * @param balance the opening balance and all rows after its day; without one, all rows
     * @param bank what the bank said last, if it has said anything up to the day
     */
    public record AccountBalance(Account account, Stamp stamp, Money balance, Optional<BankComparison> bank) {}

    /**
     * Accounts on a day, in a month.
     *
     * @param date the day at whose end the balances are
     * @param month in which the owners are shown
     */
    public record AccountList(LocalDate date, YearMonth month, List<AccountBalance> accounts) {}

    /** @param date the end of the current month if empty */
    public ReadResult<AccountList> show(HouseholdId household, Optional<LocalDate> date) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            LocalDate day =
                    date.orElseGet(() -> settings.monthAt(clock.instant()).atEndOfMonth());
            List<Planned<Account>> all = books.accounts().all(household);
            Map<Long, Stamp> stamps = books.revisions()
                    .stampsAt(household, all.stream().map(Planned::changedAt).collect(Collectors.toSet()));
            List<AccountBalance> accounts = all.stream()
                    .map(account -> balance(
                            household,
                            books,
                            account.thing(),
                            Objects.requireNonNull(stamps.get(account.changedAt())),
                            day))
                    .toList();
            // Balances are of all months up to the day: whatever changes may change them.
            StampAtRevision latest = books.revisions().latest(household);
            return new ReadResult<>(
                    new AccountList(day, YearMonth.from(day), accounts),
                    settings.currency(),
                    latest.stamp(),
                    latest.revision());
        });
    }

    private static AccountBalance balance(
            HouseholdId household, Books books, Account account, Stamp stamp, LocalDate day) {
        return new AccountBalance(
                account,
                stamp,
                BankComparison.computed(household, books, account, day),
                BankComparison.of(household, books, account, day));
    }
}
