package io.prorata.application.ledger;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
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
import io.prorata.domain.mapping.CategoryMapping.Typing;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Changes every transaction that matches: all of them or none. */
public final class ChangeTransactions {

    /** As many as are changed at once: they are held in memory, and others wait meanwhile. */
    public static final int MOST = 100_000;

    /** Where the edit is in a request. */
    private static final String SET = "/set";

    private final UnitOfWork work;
    private final Clock clock;

    public ChangeTransactions(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @param dryRun whether to say only what would become of it */
    public record Command(TransactionFilter filter, TransactionEdit edit, boolean dryRun) {}

    /**
     * What became of it, or would.
     *
     * @param matched rows that the filter means
     * @param changed those of them that differ after the edit
     * @param months those that the changed rows were in, and are in
     * @param plansMoved those of the months that are over in which a total moves
     * @param totals that move, month by month
     * @param owedByNobody how many of the changed rows the pot has paid, and are common no longer: nobody will owe them
     * @param currency of the totals
     */
    public record Effect(
            long matched,
            long changed,
            SortedSet<YearMonth> months,
            SortedSet<YearMonth> plansMoved,
            List<MovedTotals.Moved> totals,
            long owedByNobody,
            Currency currency,
            boolean dryRun) {}

    /** What the audit keeps of it. */
    private record Changed(
            TransactionFilter filter, TransactionEdit edit, long matched, long changed, SortedSet<YearMonth> months) {}

    /** Rows as they are and as they are to be, in the same order. */
    private record EditPlan(long matched, List<Transaction> before, List<Transaction> after) {}

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @throws RefusedException if more than {@link #MOST} rows match, or the rules refuse what one of them would become
     */
    public Committed<Effect> change(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        requireNotTooMany(household, stated.thing().filter());
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            BrokenRules.check(SET, () -> command.edit().attribution().requireKnown(household, settings, books));
            EditPlan plan = plan(household, command, books);
            Effect effect = new EffectOfRows(clock)
                    .of(household, settings, books, plan.matched(), plan.before(), plan.after(), command.dryRun());
            if (command.dryRun() || plan.after().isEmpty()) {
                return Decision.unchanged(effect, Stamp.NEVER);
            }
            LinkedMonths linked = LinkedRows.of(household, books, plan.before(), plan.after());
            books.ledger().replace(household, plan.after());
            return new Decision<>(
                    effect,
                    new Change.TransactionsChanged(effect.months(), linked),
                    AuditEntry.added(
                            "transactions changed",
                            new Changed(
                                    command.filter(),
                                    command.edit(),
                                    effect.matched(),
                                    effect.changed(),
                                    effect.months())));
        });
    }

    /** Before the write, so that others need not wait for what will be refused. */
    private void requireNotTooMany(HouseholdId household, TransactionFilter filter) {
        long matching = work.read(household, books -> books.ledger().count(household, filter));
        if (matching > MOST) {
            throw new RefusedException(new Refusal.TooManyRows(matching, MOST));
        }
    }

    private static EditPlan plan(HouseholdId household, Command command, Books books) {
        Typing typing = books.mappings().get(household).typing();
        List<Ledger.Entry> matched = books.ledger()
                .list(household, command.filter(), TransactionOrder.LATEST_FIRST, Optional.empty(), MOST + 1, 0);
        if (matched.size() > MOST) {
            throw new RefusedException(
                    new Refusal.TooManyRows(books.ledger().count(household, command.filter()), MOST));
        }
        var refundIn = RefundsBeside.of(
                household,
                books,
                matched.stream().map(Ledger.Entry::transaction).toList());
        List<Transaction> before = new ArrayList<>();
        List<Transaction> after = new ArrayList<>();
        for (Ledger.Entry entry : matched) {
            Transaction is = entry.transaction();
            Transaction becomes = BrokenRules.at(SET, () -> command.edit().over(is, typing, refundIn));
            if (!becomes.equals(is)) {
                before.add(is);
                after.add(becomes);
            }
        }
        return new EditPlan(matched.size(), before, after);
    }
}
