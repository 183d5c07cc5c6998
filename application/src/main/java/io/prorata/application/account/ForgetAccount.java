package io.prorata.application.account;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Account;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;

/** Removes the description of an account that has no rows. */
public final class ForgetAccount {

    private final UnitOfWork work;

    public ForgetAccount(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the account is unknown, {@code expected} is overtaken, or it has rows */
    public Committed<Account> forget(HouseholdId household, Actor actor, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            Planned<Account> planned = AccountLookup.of(household, books, id);
            expected.check(books.revisions().stampAt(household, planned.changedAt()));
            Account account = planned.thing();
            if (books.accounts().hasRows(household, account.aliases())) {
                throw new RefusedException(new Refusal.AccountHasRows(id));
            }
            books.accounts().remove(household, id);
            return new Decision<>(
                    account,
                    new Change.AccountRevised(
                            OwnedMonths.firstThatDiffers(Optional.of(account), Optional.empty()), Optional.empty()),
                    AuditEntry.removed("account removed", account));
        });
    }
}
