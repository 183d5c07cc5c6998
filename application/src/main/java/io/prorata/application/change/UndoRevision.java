package io.prorata.application.change;

import io.prorata.application.category.NameWrites;
import io.prorata.application.imports.ImportRemoval;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.ChangeTransactions.Effect;
import io.prorata.application.ledger.EffectOfRows;
import io.prorata.application.ledger.LinkedRows;
import io.prorata.application.member.MemberWrites;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Changes.LoggedChange;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
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
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.renaming.MemberRenaming;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes a change back: the rows and names that it replaced get the values that they had before, and rows that it removed are there again.
 * The undo is a change of its own, which can be undone in the same way. What was changed since stays, and the undo is refused.
 */
public final class UndoRevision {

    private final UnitOfWork work;
    private final Clock clock;

    public UndoRevision(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param revision that the change made
     * @param dryRun whether to say only what would become of it
     */
    public record Command(long revision, boolean dryRun) {}

    /**
     * What became of it, or would.
     *
     * @param change that is undone
     * @param names that are put back in other things than rows
     */
    public record Undone(LoggedChange change, Effect effect, List<NameChange> names) {}

    /** What the audit keeps of it; {@code id} is the revision that was undone. */
    private record Undo(long id, String what, long rows, List<NameChange> names) {}

    /**
     * @throws RefusedException if there is no such change, it cannot be undone, or what it made was changed since: with the list of that
     */
    public Committed<Undone> undo(HouseholdId household, Actor actor, Command command) {
        return work.write(household, actor, books -> {
            LoggedChange change = books.changes()
                    .of(household, command.revision())
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownRevision(command.revision())))
                    .change();
            return Undoable.isImport(change)
                    ? undoImport(household, books, change, command.dryRun())
                    : undo(household, books, change, command.dryRun());
        });
    }

    private Decision<Undone> undoImport(HouseholdId household, Books books, LoggedChange change, boolean dryRun) {
        var removal = ImportRemoval.of(household, books, change.id().orElseThrow());
        removal.requireUnchanged(false);
        Household settings = books.households().get(household);
        List<Transaction> rows = rows(household, books, removal.ids());
        Effect effect = new EffectOfRows(clock).of(household, settings, books, rows.size(), rows, List.of(), dryRun);
        var undone = new Undone(change, effect, List.of());
        return dryRun
                ? Decision.unchanged(undone, Stamp.NEVER)
                : new Decision<>(undone, removal.remove(), AuditEntry.removed("import undone", removal.standing()));
    }

    private static List<Transaction> rows(HouseholdId household, Books books, List<Long> ids) {
        if (ids.size() > ChangeTransactions.MOST) {
            throw new RefusedException(new Refusal.TooManyRows(ids.size(), ChangeTransactions.MOST));
        }
        return ids.isEmpty()
                ? List.of()
                : books
                        .ledger()
                        .list(
                                household,
                                TransactionFilter.ALL.ofIds(ids),
                                TransactionOrder.LATEST_FIRST,
                                Optional.empty(),
                                ids.size(),
                                0)
                        .stream()
                        .map(Ledger.Entry::transaction)
                        .toList();
    }

    private Decision<Undone> undo(HouseholdId household, Books books, LoggedChange change, boolean dryRun) {
        var earlier = EarlierState.of(household, books, change.revision());
        List<NameChange> names = books.changes().names(household, change.revision()).reversed().stream()
                .map(NameChange::inverse)
                .toList();
        if (!Undoable.is(change, !earlier.isEmpty() || !names.isEmpty())) {
            throw new RefusedException(new Refusal.NotUndoable(change.revision(), change.what()));
        }
        Optional<MemberRenaming> renaming = MemberWrites.in(names);
        if (renaming.isPresent()) {
            return undoKey(household, books, change, names, renaming.get(), dryRun);
        }
        PlanBook plan = books.plans().book(household);
        Household settings = books.households().get(household);
        var writes = new NameWrites(household, books, plan);
        earlier.requireUnchanged(settings, plan, writes.outdated(names));
        PlanBook after = writes.after(names);
        Effect effect = new EffectOfRows(clock)
                .of(
                        household,
                        settings,
                        books,
                        earlier.size(),
                        earlier.now(),
                        earlier.then(),
                        new EffectOfRows.Plan(plan, after),
                        dryRun);
        var undone = new Undone(change, effect, names);
        if (dryRun) {
            NameWrites.requireOneBudget(after);
            return Decision.unchanged(undone, Stamp.NEVER);
        }
        LinkedMonths linked = LinkedRows.of(household, books, earlier.now(), earlier.then());
        earlier.putBack();
        if (!names.isEmpty()) {
            writes.make(names);
        }
        return new Decision<>(
                undone,
                names.isEmpty()
                        ? new Change.TransactionsChanged(effect.months(), linked)
                        : new Change.CategoryRenamed(effect.months(), linked, writes.firstMonth(names)),
                AuditEntry.added("change undone", new Undo(change.revision(), change.what(), earlier.size(), names)));
    }

    /** A member's key goes back wherever it is now, also where it was written since: nobody may be named by a key that is no more. */
    private static Decision<Undone> undoKey(
            HouseholdId household,
            Books books,
            LoggedChange change,
            List<NameChange> names,
            MemberRenaming renaming,
            boolean dryRun) {
        Household settings = books.households().get(household);
        if (!settings.has(renaming.from()) || settings.has(renaming.to())) {
            throw new RefusedException(new Refusal.ChangedSince(
                    change.revision(),
                    List.of(),
                    List.of("member " + renaming.from().text())));
        }
        MemberWrites writes = MemberWrites.of(household, books, renaming, "");
        var touched = writes.touched();
        var effect = new Effect(
                touched.rows(),
                touched.rows(),
                Change.months(
                        writes.use().rows().stream().map(Transaction::month).toList()),
                Change.months(List.of()),
                List.of(),
                0,
                settings.currency(),
                dryRun);
        var undone = new Undone(change, effect, names);
        return dryRun
                ? Decision.unchanged(undone, Stamp.NEVER)
                : new Decision<>(
                        undone,
                        writes.make(),
                        AuditEntry.added(
                                "change undone", new Undo(change.revision(), change.what(), touched.rows(), names)));
    }
}
