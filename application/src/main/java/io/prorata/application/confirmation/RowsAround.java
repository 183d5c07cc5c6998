package io.prorata.application.confirmation;

import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.recognition.KnownRow;
import io.prorata.domain.recognition.KnownRows;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows in which something may be recognised, however many there are. */
public final class RowsAround {

    /** So many rows are read at once. */
    private static final int PAGE = 1000;

    private RowsAround() {}

    /** @param month in which they are, and some days around it */
    public static KnownRows of(HouseholdId household, Books books, YearMonth month) {
        var filter = TransactionFilter.ALL
                .between(KnownRows.first(month), KnownRows.last(month))
                .whichCount();
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
        return new KnownRows(known, books.ledger().rejectedMatches(household), true);
    }
}
