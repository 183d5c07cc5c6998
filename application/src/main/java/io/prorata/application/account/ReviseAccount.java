package io.prorata.application.account;

import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Precondition;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.time.Dates;
import io.prorata.domain.time.Timeline;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Changes an account: its owner from a month on, everything else at once. */
public final class ReviseAccount {

    private final UnitOfWork work;
    private final Clock clock;

    public ReviseAccount(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** What the account is to be; {@code owner} from the month on that the change holds from. */
    public record Command(
            String name,
            SortedSet<String> aliases,
            AccountKind kind,
            Party owner,
            Optional<Boolean> commonByDefault,
            Optional<OpeningBalance> opening) {}

    /**
     * @throws io.prorata.domain.RefusedException if the account is unknown or {@code expected} is overtaken, the owner is unknown, another
     *     account has one of the names, or a month that is over would change unasked
     */
    public Committed<PlanChange<Account>> revise(
            HouseholdId household,
            Actor actor,
            long id,
            Precondition expected,
            EffectiveFrom from,
            InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Planned<Account> planned = AccountLookup.of(household, books, id);
            Stamp stamp = books.revisions().stampAt(household, planned.changedAt());
            expected.check(stamp);
            Account before = planned.thing();
            YearMonth month = from.in(settings, clock);
            Party owner = before.ownerIn(month);
            Command command = stated.thing();
            Timeline<Party> owners = before.owner();
            if (!command.owner().equals(owner)) {
                AccountLookup.requireMember(settings, command.owner());
                from.requireOpen(month, settings, clock);
                owners = owners.with(month, command.owner());
            }
            Timeline<Party> dated = owners;
            Account after = BrokenRules.at(
                    "/names",
                    () -> new Account(
                            id,
                            command.name(),
                            command.aliases(),
                            command.kind(),
                            dated,
                            command.commonByDefault(),
                            command.opening()));
            AccountLookup.requireOwnNames(household, books, after);
            var result = new PlanChange<>(after, settings.currency(), Change.months(List.of()));
            if (after.equals(before)) {
                return Decision.unchanged(result, stamp);
            }
            books.accounts().replace(household, after);
            return new Decision<>(
                    result,
                    new Change.AccountRevised(firstChange(before, after), Optional.empty()),
                    AuditEntry.changed("account changed", before, after));
        });
    }

    /** Of other names, other rows are the account's in every month. */
    private static Optional<YearMonth> firstChange(Account before, Account after) {
        return before.aliases().equals(after.aliases())
                ? OwnedMonths.firstThatDiffers(Optional.of(before), Optional.of(after))
                : Optional.of(Dates.FIRST_MONTH);
    }
}
