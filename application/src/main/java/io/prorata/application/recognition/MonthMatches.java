package io.prorata.application.recognition;

import io.prorata.application.imports.BillMatches;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.recognition.KnownRow;
import io.prorata.domain.recognition.Match;
import io.prorata.domain.recognition.Recognition;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to confirm in a month: a match belongs to the month of its first row, so it is counted once.
 *
 * @param rows by id, those of some days around the month too
 */
record MonthMatches(YearMonth month, List<Match> matches, Map<Long, Transaction> rows) {

    /** So many rows are held in memory at once. */
    private static final int PAGE = 1000;

    /** A row of the month may be matched with one so many days away, and that one with another. */
    private static final int AROUND = 2 * Recognition.MOST_DAYS;

    static MonthMatches of(HouseholdId household, Household settings, Books books, PlanBook plan, YearMonth month) {
        List<KnownRow> known = around(household, books, month);
        Map<Long, Transaction> rows = new LinkedHashMap<>();
        known.forEach(row -> rows.put(row.id(), row.row()));
        List<Match> matches = Recognition.of(
                known,
                bills(household, books, rows),
                plan.accounts(),
                settings.members(),
                books.ledger().rejectedMatches(household));
        return new MonthMatches(
                month,
                matches.stream()
                        .filter(match -> month.equals(
                                Objects.requireNonNull(rows.get(match.rows().getFirst()))
                                        .month()))
                        .toList(),
                rows);
    }

    private static List<KnownRow> around(HouseholdId household, Books books, YearMonth month) {
        var filter = TransactionFilter.ALL.between(
                month.atDay(1).minusDays(AROUND), month.atEndOfMonth().plusDays(AROUND));
        List<KnownRow> known = new ArrayList<>();
        Optional<TransactionOrder.Place> after = Optional.empty();
        List<Ledger.Entry> page;
        do {
            page = books.ledger().list(household, filter, TransactionOrder.LATEST_FIRST, after, PAGE, 0);
            for (Ledger.Entry entry : page) {
                known.add(new KnownRow(entry.transaction(), entry.importId().isEmpty()));
                after = Optional.of(TransactionOrder.LATEST_FIRST.placeOf(entry.transaction()));
            }
        } while (page.size() == PAGE);
        return known;
    }

    private static Map<Long, Long> bills(HouseholdId household, Books books, Map<Long, Transaction> rows) {
        Map<Long, BillMatches.Placed> placed = new LinkedHashMap<>();
        rows.forEach((id, row) -> placed.put(id, new BillMatches.Placed(row.line(), row.classification())));
        Map<Long, Long> bills = new LinkedHashMap<>();
        BillMatches.of(household, books, placed).forEach((row, bill) -> bills.put(row, bill.id()));
        return bills;
    }
}
