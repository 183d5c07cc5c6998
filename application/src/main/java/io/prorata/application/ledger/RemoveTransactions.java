package io.prorata.application.ledger;

import io.prorata.application.ledger.ChangeTransactions.Effect;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes every transaction that matches out of the ledger: all of them or none. Their lines stay out when their bank files come again, until
 * the import is undone.
 */
public final class RemoveTransactions {

    /** As many as are removed at once: each is noted by itself. */
    public static final int MOST = 10_000;

    private final UnitOfWork work;
    private final Clock clock;

    public RemoveTransactions(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @param dryRun whether to say only what would become of it */
    public record Command(TransactionFilter filter, boolean dryRun) {}

    /** What the audit keeps of it. */
    private record Removed(TransactionFilter filter, List<Transaction> transactions) {}

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @return what became of it; {@code changed} are those that are gone
     * @throws RefusedException if more than {@link #MOST} rows match
     */
    public Committed<Effect> remove(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            List<Transaction> matched = books
                    .ledger()
                    .list(household, command.filter(), TransactionOrder.LATEST_FIRST, Optional.empty(), MOST + 1, 0)
                    .stream()
                    .map(Ledger.Entry::transaction)
                    .toList();
            if (matched.size() > MOST) {
                throw new RefusedException(
                        new Refusal.TooManyRows(books.ledger().count(household, command.filter()), MOST));
            }
            Effect effect = new EffectOfRows(clock)
                    .of(household, settings, books, matched.size(), matched, List.of(), command.dryRun());
            if (command.dryRun() || matched.isEmpty()) {
                return Decision.unchanged(effect, Stamp.NEVER);
            }
            LinkedMonths linked = LinkedRows.of(household, books, matched, List.of());
            matched.forEach(row -> books.ledger().remove(household, row.id()));
            return new Decision<>(
                    effect,
                    new Change.TransactionsChanged(effect.months(), linked),
                    AuditEntry.removed("transactions removed", new Removed(command.filter(), matched)));
        });
    }
}
