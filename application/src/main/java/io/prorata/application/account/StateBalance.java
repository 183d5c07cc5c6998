package io.prorata.application.account;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.BankBalance;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** States what the bank says is on an account, where no file of it does. No row and no figure of a month is changed. */
public final class StateBalance {

    private final UnitOfWork work;
    private final Clock clock;

    public StateBalance(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** What was stated; the audit keeps it. */
    public record Stated(long accountId, BankBalance balance) {}

    /** @throws RefusedException if the account is unknown, or the day is not over yet */
    public Committed<InCurrency<BankComparison>> state(
            HouseholdId household, Actor actor, long id, InCurrency<BankBalance> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Account account = AccountLookup.of(household, books, id).thing();
            BankBalance balance = stated.thing();
            if (balance.date().isAfter(LocalDate.now(clock.withZone(settings.zone())))) {
                throw new RefusedException(
                        new Refusal.BrokenRule("/date", "nobody knows what will be on it on that day"));
            }
            // Of one day there is one word, whatever name it was said of.
            String alias = account.aliases().first();
            books.accounts().keepBalance(household, OptionalLong.empty(), alias, balance);
            return new Decision<>(
                    new InCurrency<>(
                            BankComparison.of(household, books, account, balance.date())
                                    .orElseThrow(),
                            settings.currency()),
                    new Change.AccountRevised(Optional.empty(), Optional.empty()),
                    AuditEntry.added("bank balance stated", new Stated(id, balance)));
        });
    }
}
