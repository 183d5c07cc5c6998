package io.prorata.application.ledger;

import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;

/** Shows one transaction. */
public final class ShowTransaction {

    private final UnitOfWork work;

    public ShowTransaction(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such transaction */
    public ReadResult<Ledger.Entry> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Ledger.Entry entry = books.ledger()
                    .entry(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownTransaction(id)));
            return ReadResult.of(books, household, entry, books.revisions().stampAt(household, entry.changedAt()));
        });
    }
}
