package io.prorata.application.ledger;

import io.prorata.application.ledger.ChangeTransactions.Effect;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Books;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of the totals when many rows change, reckoned from the rows before they do: a dry run tells the same. */
public record EffectOfRows(Clock clock) {

    /**
     * @param matched how many rows are meant
     * @param before those of them that change, as they are
     * @param after what becomes of them; nothing of those that go
     */
    public Effect of(
            HouseholdId household,
            Household settings,
            Books books,
            long matched,
            List<Transaction> before,
            List<Transaction> after,
            boolean dryRun) {
        PlanBook book = books.plans().book(household);
        return of(household, settings, books, matched, before, after, new Plan(book, book), dryRun);
    }

    /** The plan before and after a change. */
    public record Plan(PlanBook before, PlanBook after) {}

    /** As the other, where the plan changes with the rows. */
    public Effect of(
            HouseholdId household,
            Household settings,
            Books books,
            long matched,
            List<Transaction> before,
            List<Transaction> after,
            Plan plan,
            boolean dryRun) {
        Map<YearMonth, List<Transaction>> gone = before.stream().collect(Collectors.groupingBy(Transaction::month));
        Map<YearMonth, List<Transaction>> come = after.stream().collect(Collectors.groupingBy(Transaction::month));
        SortedSet<YearMonth> months = Change.months(Stream.concat(before.stream(), after.stream())
                .map(Transaction::month)
                .toList());
        List<MovedTotals.Moved> totals = months.stream()
                .flatMap(month -> {
                    MonthFacts are = books.ledger().facts(household, month);
                    MonthFacts will =
                            are.after(gone.getOrDefault(month, List.of()), come.getOrDefault(month, List.of()));
                    return MovedTotals.between(
                            MonthSummary.of(plan.before().at(month), are),
                            MonthSummary.of(plan.after().at(month), will))
                            .stream();
                })
                .toList();
        SortedSet<YearMonth> moved = new PlansMoved(settings, clock)
                .among(totals.stream().map(MovedTotals.Moved::month).toList());
        long owedByNobody = owedByNobody(plan.before().accounts(), before, after);
        return new Effect(matched, before.size(), months, moved, totals, owedByNobody, settings.currency(), dryRun);
    }

    /** What is taken out, or comes back, is no row that a person has just made personal. */
    private static long owedByNobody(Accounts accounts, List<Transaction> before, List<Transaction> after) {
        Map<Long, Transaction> were = before.stream().collect(Collectors.toMap(Transaction::id, Function.identity()));
        return after.stream()
                .filter(row -> {
                    Transaction was = were.get(row.id());
                    return was != null && OwedByNobody.after(accounts, was, row);
                })
                .count();
    }
}
