package io.prorata.application.account;

import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Account;
import io.prorata.domain.household.HouseholdId;

/** Shows one account with all its owners. Its balance, which changes with every row, stands in the list. */
public final class ShowAccount {

    private final UnitOfWork work;

    public ShowAccount(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such account */
    public ReadResult<Account> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Planned<Account> account = AccountLookup.of(household, books, id);
            return ReadResult.of(
                    books, household, account.thing(), books.revisions().stampAt(household, account.changedAt()));
        });
    }
}
