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
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.BillLikeness;
import io.prorata.domain.mapping.BillLikeness.Likeness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which lines pay which planned bills: each bill at most once for each time that it is due. */
final class BillMatcher {

    /** So many rows are held in memory at once. */
    private static final int PAGE = 1000;

    private final HouseholdId household;
    private final List<FixedExpense> bills;
    private final BillLikeness likeness;
    private final Set<Due> paid = new HashSet<>();

    /** One bill of a row of bills. */
    private record Due(long bill, DuePeriod period) {}

    /** A line that looks like {@code bills}, and what it is to the caller. */
    private record Candidate<T>(T key, BankLine line, List<Likeness> bills) {

        boolean exact() {
            return bills.get(0).exact();
        }
    }

    /** @param bills that the household has planned */
    BillMatcher(HouseholdId household, List<FixedExpense> bills) {
        this.household = household;
        this.bills = bills;
        this.likeness = new BillLikeness(bills);
    }

    /** Notes a line that the ledger does not have yet, if it is counted as paying a bill. */
    void note(BankLine line, Classification classification) {
        likeness.paid(line, classification)
                .ifPresent(bill -> bill.dueOn(line.date()).ifPresent(period -> paid.add(new Due(bill.id(), period))));
    }

    /** As {@link #note(BankLine, Classification)}; a line that names its bill pays that one, whatever it looks like. */
    void note(BankLine line, Classification classification, Attribution attribution) {
        Optional<Long> named = attribution.bill();
        if (named.isEmpty()) {
            note(line, classification);
        }
        named.flatMap(id -> bills.stream().filter(bill -> bill.id() == id).findFirst())
                .flatMap(bill -> bill.dueOn(line.date()).map(period -> new Due(bill.id(), period)))
                .ifPresent(paid::add);
    }

    /** Returns whether {@code line} looks like a bill that it is not counted as paying. */
    boolean looksLikeABill(BankLine line, Classification classification) {
        return !likeness.unmarked(line, classification).isEmpty();
    }

    /**
     * Returns the bill that each of {@code lines} pays, without those that look like none, or like one that is paid already: an exact amount
     * before a near one, then the earlier line.
     *
     * @param books of the caller's own transaction
     * @param lines that are counted as everyday spending, by what they are to the caller, in the caller's order
     */
    <T> Map<T, FixedExpense> matched(Books books, Map<T, BillMatches.Placed> lines) {
        List<Candidate<T>> candidates = new ArrayList<>();
        lines.forEach((key, placed) -> {
            List<Likeness> bills = likeness.unmarked(placed.line(), placed.classification());
            if (!bills.isEmpty()) {
                candidates.add(new Candidate<>(key, placed.line(), bills));
            }
        });
        notePaid(books, candidates);
        candidates.sort(Comparator.comparing((Candidate<T> candidate) -> !candidate.exact())
                .thenComparing(candidate -> candidate.line().date()));
        Map<T, FixedExpense> matched = new LinkedHashMap<>();
        for (Candidate<T> candidate : candidates) {
            candidate.bills().stream()
                    .map(Likeness::bill)
                    .filter(bill -> paid.add(new Due(
                            bill.id(), bill.dueOn(candidate.line().date()).orElseThrow())))
                    .findFirst()
                    .ifPresent(bill -> matched.put(candidate.key(), bill));
        }
        return matched;
    }

    /** Asks the ledger which bills are paid of those that candidates may pay. */
    private <T> void notePaid(Books books, List<Candidate<T>> candidates) {
        List<DuePeriod> periods = candidates.stream()
                .flatMap(candidate -> candidate.bills().stream()
                        .flatMap(like -> like.bill().dueOn(candidate.line().date()).stream()))
                .toList();
        Optional<LocalDate> first = periods.stream().map(DuePeriod::first).min(Comparator.naturalOrder());
        Optional<LocalDate> last = periods.stream().map(DuePeriod::last).max(Comparator.naturalOrder());
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        var filter = TransactionFilter.ALL.between(first.get(), last.get()).ofTypes(Set.of(ExpenseType.FIXED));
        Optional<TransactionOrder.Place> after = Optional.empty();
        List<Ledger.Entry> page;
        do {
            page = books.ledger().list(household, filter, TransactionOrder.LATEST_FIRST, after, PAGE, 0);
            for (Ledger.Entry entry : page) {
                Transaction row = entry.transaction();
                note(row.line(), row.classification(), row.attribution());
                after = Optional.of(TransactionOrder.LATEST_FIRST.placeOf(row));
            }
        } while (page.size() == PAGE);
    }
}
