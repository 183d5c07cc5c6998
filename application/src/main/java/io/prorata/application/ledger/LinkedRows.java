package io.prorata.application.ledger;

import io.prorata.application.port.Books;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * The months that a change of rows affects besides their own. It is computed before the change, because a removed row is no longer named.
 */
public final class LinkedRows {

    private LinkedRows() {}

    /** For rows before and after a change. */
    public static LinkedMonths of(
            HouseholdId household, Books books, Collection<Transaction> before, Collection<Transaction> after) {
        SortedSet<YearMonth> months = Change.months(Stream.concat(before.stream(), after.stream())
                .map(Transaction::month)
                .toList());
        return LinkedMonths.of(before, after, books.settlements().monthsNamingRowsOf(household, months));
    }

    /** For one row before and after a change. */
    public static LinkedMonths of(HouseholdId household, Books books, Transaction before, Transaction after) {
        return of(household, books, List.of(before), List.of(after));
    }

    /**
     * For all rows of {@code months}: a provision that any of them names may change.
     *
     * @param before the plan before the change
     */
    public static LinkedMonths in(HouseholdId household, Books books, PlanBook before, SortedSet<YearMonth> months) {
        return new LinkedMonths(
                before.provisions().stream()
                        .flatMap(provision -> provision.rows().keySet().stream())
                        .filter(month -> months.contains(month))
                        .min(YearMonth::compareTo),
                books.settlements().monthsNamingRowsOf(household, months));
    }
}
