package io.prorata.application.export;

import io.prorata.application.account.AccountLookup;
import io.prorata.application.confirmation.RowsToConfirm;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Gives transactions away row by row: all that match, as they are at one moment, in memory for a page of them. */
public final class ExportTransactions {

    /** So many are read at once. */
    private static final int AT_ONCE = 500;

    private final UnitOfWork work;

    public ExportTransactions(UnitOfWork work) {
        this.work = work;
    }

    /**
     * What to give away.
     *
     * @param after the place after which to begin; the beginning if empty
     * @param limit the most rows; all of them if empty
     * @param offset rows to leave out before
     * @param accountId the account whose rows are wanted, if of one alone
     * @param toConfirm whether rows that are to confirm are wanted, or those that are not; all of them if empty
     */
    public record Query(
            TransactionFilter filter,
            TransactionOrder order,
            Optional<TransactionOrder.Place> after,
            OptionalInt limit,
            long offset,
            OptionalLong accountId,
            Optional<Boolean> toConfirm) {}

    /** @return the rows, which are to be closed */
    public ReadResult<RowStream> export(HouseholdId household, Query query) {
        return RowStream.of(rows -> work.read(household, books -> {
            StampAtRevision now = stampAtRevision(household, query, books);
            rows.begin(books.households().get(household).currency(), now);
            read(household, query, books, rows);
            return rows;
        }));
    }

    private static void read(HouseholdId household, Query query, Books books, RowStream.Rows rows) {
        TransactionFilter filter = RowsToConfirm.narrowed(
                household,
                books,
                AccountLookup.narrowed(household, books, query.filter(), query.accountId()),
                query.toConfirm());
        Optional<TransactionOrder.Place> after = query.after();
        long offset = query.offset();
        int left = query.limit().orElse(Integer.MAX_VALUE);
        while (left > 0) {
            int wanted = Math.min(left, AT_ONCE);
            List<Ledger.Entry> page = books.ledger().list(household, filter, query.order(), after, wanted, offset);
            if (!page.isEmpty()) {
                rows.hand(page);
                after = Optional.of(query.order().placeOf(page.getLast().transaction()));
            }
            if (page.size() < wanted) {
                return;
            }
            offset = 0;
            left -= wanted;
        }
    }

    /** Of one month, when that changed; of several, when anything did. */
    private static StampAtRevision stampAtRevision(HouseholdId household, Query query, Books books) {
        // Rows of other months may match those of this one.
        Optional<YearMonth> month = query.toConfirm().isPresent()
                ? Optional.empty()
                : query.filter().month();
        return month.map(only -> books.revisions().stampAtRevision(household, ViewScopes.ofLedgers(Set.of(only))))
                .orElseGet(() -> books.revisions().latest(household));
    }
}
