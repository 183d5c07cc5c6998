package io.prorata.application.imports;

import io.prorata.application.port.Books;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import java.util.Map;

/** Which of some lines pay which planned bills, as an import would say it. */
public final class BillMatches {

    private BillMatches() {}

    /** A line, and where it is counted. */
    public record Placed(BankLine line, Classification classification) {}

    /**
     * Returns the bill that each line pays; lines that pay none are left out.
     *
     * @param books of the caller's own transaction
     * @param lines that are counted as everyday spending, by what they are to the caller, in the caller's order
     */
    public static <T> Map<T, FixedExpense> of(HouseholdId household, Books books, Map<T, Placed> lines) {
        return new BillMatcher(household, books.plans().book(household).fixed()).matched(books, lines);
    }
}
