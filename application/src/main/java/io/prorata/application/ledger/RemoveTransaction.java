package io.prorata.application.ledger;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;

/** Takes a transaction out of the ledger. Its line stays out when its bank file comes again, until the import is undone. */
public final class RemoveTransaction {

    private final UnitOfWork work;

    public RemoveTransaction(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the transaction is unknown or {@code expected} is overtaken */
    public Committed<Transaction> remove(HouseholdId household, Actor actor, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            Ledger.Entry entry = books.ledger()
                    .entry(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownTransaction(id)));
            expected.check(books.revisions().stampAt(household, entry.changedAt()));
            books.ledger().remove(household, id);
            Transaction removed = entry.transaction();
            return new Decision<>(
                    removed,
                    new Change.TransactionRemoved(removed.month()),
                    AuditEntry.removed("transaction removed", removed));
        });
    }
}
