package io.prorata.application.imports;

import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.expense.DuePeriod;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.BillAssignment;
import io.prorata.domain.mapping.BillAssignment.Candidates;
import io.prorata.domain.mapping.BillAssignment.Placed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lines pay which planned bills, of which the ledger knows what is paid already. */
final class BillMatcher {

    /** So many rows are held in memory at once. */
    private static final int PAGE = 1000;

    private final HouseholdId household;
    private final BillAssignment assignment;

    /** @param bills that the household has planned */
    BillMatcher(HouseholdId household, List<FixedExpense> bills) {
        this.household = household;
        this.assignment = new BillAssignment(bills);
    }

    /** Notes a line that the ledger does not have yet, if it is counted as paying a bill. */
    void note(BankLine line, Classification classification) {
        assignment.note(line, classification);
    }

    /** As {@link #note(BankLine, Classification)}; a line that names its bill pays that one, whatever it looks like. */
    void note(BankLine line, Classification classification, Attribution attribution) {
        assignment.note(line, classification, attribution);
    }

    /** Returns whether {@code line} looks like a bill that it is not counted as paying. */
    boolean looksLikeABill(BankLine line, Classification classification) {
        return assignment.looksLikeABill(line, classification);
    }

    /**
     * Returns the bill that each of {@code lines} pays, without those that look like none, or like one that is paid already.
     *
     * @param books of the caller's own transaction
     * @param lines that are counted as everyday spending, by what they are to the caller, in the caller's order
     */
    <T> Map<T, FixedExpense> matched(Books books, Map<T, Placed> lines) {
        Candidates<T> candidates = assignment.candidates(lines);
        candidates.days().ifPresent(days -> notePaid(books, days));
        return assignment.assigned(candidates);
    }

    /** Asks the ledger which bills are paid in {@code days}. */
    private void notePaid(Books books, DuePeriod days) {
        var filter = TransactionFilter.ALL.between(days.first(), days.last()).ofTypes(Set.of(ExpenseType.FIXED));
        Optional<TransactionOrder.Place> after = Optional.empty();
        List<Ledger.Entry> page;
        do {
            page = books.ledger().list(household, filter, TransactionOrder.LATEST_FIRST, after, PAGE, 0);
            for (Ledger.Entry entry : page) {
                assignment.note(entry.transaction());
                after = Optional.of(TransactionOrder.LATEST_FIRST.placeOf(entry.transaction()));
            }
        } while (page.size() == PAGE);
    }
}
