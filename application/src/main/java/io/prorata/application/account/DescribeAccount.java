package io.prorata.application.account;

import io.prorata.application.plan.PlanChange;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.time.Timeline;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Describes an account. Its rows stay as they are; the first owner holds for all of them. */
public final class DescribeAccount {

    private final UnitOfWork work;
    private final Clock clock;

    public DescribeAccount(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What an account is to be.
     *
     * @param from the month from which the owner is stated; the current one if empty
     */
    public record Command(
            String name,
            SortedSet<String> aliases,
            AccountKind kind,
            Party owner,
            Optional<YearMonth> from,
            Optional<Boolean> commonByDefault,
            Optional<OpeningBalance> opening) {}

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @throws io.prorata.domain.RefusedException if the owner is unknown, or another account has one of the names
     */
    public Committed<PlanChange<Account>> describe(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            AccountLookup.requireMember(settings, command.owner());
            YearMonth from = command.from().orElse(settings.monthAt(clock.instant()));
            long id = books.accounts().nextId(household);
            Account account = BrokenRules.at(
                    "/names",
                    () -> new Account(
                            id,
                            command.name(),
                            command.aliases(),
                            command.kind(),
                            Timeline.from(from, command.owner()),
                            command.commonByDefault(),
                            command.opening()));
            AccountLookup.requireOwnNames(household, books, account);
            books.accounts().add(household, account);
            Optional<YearMonth> since = SettleSince.setOnce(household, books, from);
            return new Decision<>(
                    new PlanChange<>(account, settings.currency(), Change.months(List.of())),
                    new Change.AccountRevised(
                            OwnedMonths.firstThatDiffers(Optional.empty(), Optional.of(account)), since),
                    AuditEntry.added("account described", account));
        });
    }
}
