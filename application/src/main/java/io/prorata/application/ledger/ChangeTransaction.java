package io.prorata.application.ledger;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/** Changes one transaction. */
public final class ChangeTransaction {

    private final UnitOfWork work;

    public ChangeTransaction(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param stated what to change, read in the currency that the household has inside the write
     * @throws RefusedException if the transaction is unknown, {@code expected} is overtaken, or the rules refuse what it would become
     */
    public Committed<InCurrency<Ledger.Entry>> change(
            HouseholdId household,
            Actor actor,
            long id,
            Precondition expected,
            Function<Currency, TransactionEdit> stated) {
        return work.write(household, actor, books -> {
            Ledger.Entry entry = books.ledger()
                    .entry(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownTransaction(id)));
            Stamp stamp = books.revisions().stampAt(household, entry.changedAt());
            expected.check(stamp);
            Currency currency = books.households().get(household).currency();
            TransactionEdit edit = stated.apply(currency);
            Typing typing = books.mappings().get(household).typing();
            Transaction before = entry.transaction();
            Transaction after = BrokenRules.at("", () -> edit.over(before, typing));
            if (after.equals(before)) {
                return Decision.unchanged(new InCurrency<>(entry, currency), stamp);
            }
            books.ledger().replace(household, List.of(after));
            return new Decision<>(
                    new InCurrency<>(books.ledger().entry(household, id).orElseThrow(), currency),
                    new Change.TransactionChanged(before.month(), after.month()),
                    AuditEntry.changed("transaction changed", before, after));
        });
    }
}
