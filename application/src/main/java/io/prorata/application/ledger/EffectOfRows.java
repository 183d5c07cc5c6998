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
import io.prorata.domain.plan.PlanBook;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What becomes of the totals when many rows change, reckoned from the rows before they do: a dry run tells the same. */
record EffectOfRows(Clock clock) {

    /**
     * @param matched how many rows are meant
     * @param before those of them that change, as they are
     * @param after what becomes of them, in the same order; empty if they go
     */
    Effect of(
            HouseholdId household,
            Household settings,
            Books books,
            long matched,
            List<Transaction> before,
            List<Transaction> after,
            boolean dryRun) {
        Map<YearMonth, List<Transaction>> gone = before.stream().collect(Collectors.groupingBy(Transaction::month));
        Map<YearMonth, List<Transaction>> come = after.stream().collect(Collectors.groupingBy(Transaction::month));
        SortedSet<YearMonth> months = Change.months(Stream.concat(before.stream(), after.stream())
                .map(Transaction::month)
                .toList());
        PlanBook book = books.plans().book(household);
        List<MovedTotals.Moved> totals = months.stream()
                .flatMap(month -> {
                    MonthFacts are = books.ledger().facts(household, month);
                    MonthFacts will =
                            are.after(gone.getOrDefault(month, List.of()), come.getOrDefault(month, List.of()));
                    return MovedTotals.between(book.at(month), are, will).stream();
                })
                .toList();
        SortedSet<YearMonth> moved = new PlansMoved(settings, clock)
                .among(totals.stream().map(MovedTotals.Moved::month).toList());
        long owedByNobody = owedByNobody(book.accounts(), before, after);
        return new Effect(matched, before.size(), months, moved, totals, owedByNobody, settings.currency(), dryRun);
    }

    /** What is taken out is no row that anybody could owe. */
    private static long owedByNobody(Accounts accounts, List<Transaction> before, List<Transaction> after) {
        return IntStream.range(0, after.size())
                .filter(i -> OwedByNobody.after(accounts, before.get(i), after.get(i)))
                .count();
    }
}
