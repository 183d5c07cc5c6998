package io.prorata.application.ledger;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.TransactionFilter;
import io.prorata.domain.ledger.TransactionOrder;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Changes every transaction that matches: all of them or none. */
public final class ChangeTransactions {

    /** As many as are changed at once: they are held in memory, and others wait meanwhile. */
    public static final int MOST = 100_000;

    private final UnitOfWork work;

    public ChangeTransactions(UnitOfWork work) {
        this.work = work;
    }

    /** @param dryRun whether to say only what would become of it */
    public record Command(TransactionFilter filter, TransactionEdit edit, boolean dryRun) {}

    /**
     * What became of it, or would.
     *
     * @param matched rows that the filter means
     * @param changed those of them that differ after the edit
     * @param months those that the changed rows were in, and are in
     */
    public record Effect(long matched, long changed, SortedSet<YearMonth> months, boolean dryRun) {}

    /** What the audit keeps of it. */
    private record Changed(TransactionFilter filter, TransactionEdit edit, Effect effect) {}

    private record EditPlan(Effect effect, List<Transaction> after) {}

    /**
     * @param stated the command, read in the currency of the household
     * @throws RefusedException if more than {@link #MOST} rows match, or the rules refuse what one of them would become
     */
    public Committed<Effect> change(HouseholdId household, Actor actor, Function<Currency, Command> stated) {
        return work.write(household, actor, books -> {
            Command command = stated.apply(books.households().get(household).currency());
            EditPlan plan = plan(household, command, books);
            Effect effect = plan.effect();
            if (command.dryRun() || plan.after().isEmpty()) {
                return Decision.unchanged(effect, Stamp.NEVER);
            }
            books.ledger().replace(household, plan.after());
            return new Decision<>(
                    effect,
                    new Change.TransactionsChanged(effect.months()),
                    AuditEntry.added("transactions changed", new Changed(command.filter(), command.edit(), effect)));
        });
    }

    private static EditPlan plan(HouseholdId household, Command command, Books books) {
        Typing typing = books.mappings().get(household).typing();
        List<Ledger.Entry> matched = books.ledger()
                .list(household, command.filter(), TransactionOrder.LATEST_FIRST, Optional.empty(), MOST + 1, 0);
        if (matched.size() > MOST) {
            throw new RefusedException(
                    new Refusal.TooManyRows(books.ledger().count(household, command.filter()), MOST));
        }
        List<Transaction> changed = new ArrayList<>();
        SortedSet<YearMonth> months = new TreeSet<>();
        for (Ledger.Entry entry : matched) {
            Transaction before = entry.transaction();
            Transaction after = BrokenRules.at("/set", () -> command.edit().over(before, typing));
            if (!after.equals(before)) {
                changed.add(after);
                months.add(before.month());
                months.add(after.month());
            }
        }
        return new EditPlan(new Effect(matched.size(), changed.size(), months, command.dryRun()), changed);
    }
}
