package io.prorata.application.ledger;

import io.prorata.application.ledger.ChangeTransactions.Effect;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.application.sorting.HouseholdRules;
import io.prorata.application.sorting.RowSorting;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Runs the sorting rules over rows that are there: one write, or none. What a person chose stays, and so does what earlier runs chose where no
 * rule matches any more.
 */
public final class ApplyRules {

    /** As many rows are looked through at once. */
    public static final int MOST = ChangeTransactions.MOST;

    /** As many are changed at once: the audit keeps each as it was. */
    public static final int MOST_CHANGED = 10_000;

    /** So many of the rows that change are shown, the latest. */
    public static final int MOST_SHOWN = 50;

    private final UnitOfWork work;
    private final Clock clock;

    public ApplyRules(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param filter which rows are looked through
     * @param dryRun whether to say only what would become of them
     */
    public record Command(TransactionFilter filter, boolean dryRun) {}

    /**
     * What became of it, or would.
     *
     * @param byRule how many of the changed rows have something of a rule, by the rule's id
     * @param shown the latest rows that change
     */
    public record Applied(Effect effect, SortedMap<Long, Long> byRule, List<SortedRow> shown) {}

    /** A row that the rules change. */
    public record SortedRow(Transaction before, Transaction after) {}

    /** What the audit keeps, before and after: the rows that changed. */
    private record SortedRows(TransactionFilter filter, SortedSet<YearMonth> months, List<Transaction> transactions) {}

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @throws RefusedException if more than {@link #MOST} rows match the filter, or more than {@link #MOST_CHANGED} would change
     */
    public Committed<Applied> apply(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            List<Ledger.Entry> matched = matched(household, books, command.filter());
            Accounts accounts = books.plans().accounts(household);
            List<Transaction> rows =
                    matched.stream().map(Ledger.Entry::transaction).toList();
            List<Transaction> sorted = RowSorting.over(
                            household, books, accounts, HouseholdRules.of(household, books, accounts))
                    .again(rows);
            List<Transaction> before = new ArrayList<>();
            List<Transaction> after = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (!sorted.get(i).equals(rows.get(i))) {
                    before.add(rows.get(i));
                    after.add(sorted.get(i));
                }
            }
            if (after.size() > MOST_CHANGED) {
                throw new RefusedException(new Refusal.TooManyRows(after.size(), MOST_CHANGED));
            }
            Effect effect = new EffectOfRows(clock)
                    .of(household, settings, books, matched.size(), before, after, command.dryRun());
            var applied = new Applied(effect, byRule(after), shown(before, after));
            if (command.dryRun() || after.isEmpty()) {
                return Decision.unchanged(applied, Stamp.NEVER);
            }
            LinkedMonths linked = LinkedRows.of(household, books, before, after);
            books.ledger().replace(household, after);
            return new Decision<>(
                    applied,
                    new Change.TransactionsChanged(effect.months(), linked),
                    AuditEntry.changed(
                            "rules applied",
                            new SortedRows(command.filter(), effect.months(), before),
                            new SortedRows(command.filter(), effect.months(), after)));
        });
    }

    private static List<Ledger.Entry> matched(HouseholdId household, Books books, TransactionFilter filter) {
        List<Ledger.Entry> matched =
                books.ledger().list(household, filter, TransactionOrder.LATEST_FIRST, Optional.empty(), MOST + 1, 0);
        if (matched.size() > MOST) {
            throw new RefusedException(new Refusal.TooManyRows(books.ledger().count(household, filter), MOST));
        }
        return matched;
    }

    private static List<SortedRow> shown(List<Transaction> before, List<Transaction> after) {
        return IntStream.range(0, Math.min(before.size(), MOST_SHOWN))
                .mapToObj(row -> new SortedRow(before.get(row), after.get(row)))
                .toList();
    }

    private static SortedMap<Long, Long> byRule(List<Transaction> rows) {
        SortedMap<Long, Long> byRule = new TreeMap<>();
        rows.forEach(row -> row.choices().rules().forEach(rule -> byRule.merge(rule, 1L, Long::sum)));
        return byRule;
    }
}
