package io.prorata.application.ledger;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import java.util.List;

/** Removes a transaction. Its line is not added again by the same bank file, until the import is undone. */
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
            Transaction removed = entry.transaction();
            LinkedMonths linked = LinkedRows.of(household, books, List.of(removed), List.of());
            books.ledger().remove(household, id);
            return new Decision<>(
                    removed,
                    new Change.TransactionRemoved(removed.month(), linked),
                    AuditEntry.removed("transaction removed", removed));
        });
    }
}
