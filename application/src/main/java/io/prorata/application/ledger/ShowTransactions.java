package io.prorata.application.ledger;

import io.prorata.application.account.AccountLookup;
import io.prorata.application.confirmation.RowsToConfirm;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Lists transactions, a page at a time. */
public final class ShowTransactions {

    private final UnitOfWork work;

    public ShowTransactions(UnitOfWork work) {
        this.work = work;
    }

    /**
     * What to list.
     *
     * @param after the place after which the page begins; the beginning if empty
     * @param limit the most rows of a page
     * @param offset rows to leave out before the page; it costs as much as the rows it leaves out
     * @param counted whether the rows of all pages are counted even if that takes looking at every month
     * @param accountId the account whose rows are wanted, if of one alone
     * @param toConfirm whether rows that are to confirm are wanted, or those that are not; all of them if empty
     * @param summed whether the rows of all pages are added up: it takes looking at all of them
     */
    public record Query(
            TransactionFilter filter,
            TransactionOrder order,
            Optional<TransactionOrder.Place> after,
            int limit,
            long offset,
            boolean counted,
            OptionalLong accountId,
            Optional<Boolean> toConfirm,
            boolean summed) {

        /** Of the rows of whatever account, which are not added up. */
        public Query(
                TransactionFilter filter,
                TransactionOrder order,
                Optional<TransactionOrder.Place> after,
                int limit,
                long offset,
                boolean counted) {
            this(filter, order, after, limit, offset, counted, OptionalLong.empty(), Optional.empty(), false);
        }
    }

    /**
     * A page.
     *
     * @param next the place after which the next page begins, empty on the last
     * @param total the rows of all pages, empty where they were not counted
     * @param sum of all pages, empty where they were not added up
     * @param accounts those that somebody has described, if any row is of one
     */
    public record TransactionPage(
            Query query,
            List<Ledger.Entry> rows,
            Optional<TransactionOrder.Place> next,
            OptionalLong total,
            Optional<Statistics> sum,
            Accounts accounts) {}

    /** @param query what to list */
    public ReadResult<TransactionPage> show(HouseholdId household, Query query) {
        return work.read(household, books -> {
            Currency currency = books.households().get(household).currency();
            StampAtRevision stampAtRevision = stampAtRevision(household, query, books);
            return new ReadResult<>(
                    page(household, query, books), currency, stampAtRevision.stamp(), stampAtRevision.revision());
        });
    }

    private static TransactionPage page(HouseholdId household, Query query, Books books) {
        TransactionFilter filter = RowsToConfirm.narrowed(
                household,
                books,
                AccountLookup.narrowed(household, books, query.filter(), query.accountId()),
                query.toConfirm());
        // One more than asked for tells whether there is another page.
        List<Ledger.Entry> rows =
                books.ledger().list(household, filter, query.order(), query.after(), query.limit() + 1, query.offset());
        boolean more = rows.size() > query.limit();
        List<Ledger.Entry> shown = more ? rows.subList(0, query.limit()) : rows;
        boolean counted = query.counted() || query.filter().month().isPresent();
        return new TransactionPage(
                query,
                shown,
                more ? Optional.of(query.order().placeOf(shown.getLast().transaction())) : Optional.empty(),
                counted ? OptionalLong.of(books.ledger().count(household, filter)) : OptionalLong.empty(),
                query.summed() ? Optional.of(books.ledger().sum(household, filter)) : Optional.empty(),
                accounts(household, shown, books));
    }

    private static Accounts accounts(HouseholdId household, List<Ledger.Entry> shown, Books books) {
        boolean asked =
                shown.stream().anyMatch(entry -> entry.transaction().line().account() != null);
        return asked
                ? new Accounts(
                        books.accounts().all(household).stream()
                                .map(Planned::thing)
                                .toList(),
                        Timeline.empty())
                : Accounts.NONE;
    }

    /** Of one month, when that changed; of several, when anything did: there may be hundreds. */
    private static StampAtRevision stampAtRevision(HouseholdId household, Query query, Books books) {
        // Rows of other months may match those of this one.
        Optional<YearMonth> month = query.toConfirm().isPresent()
                ? Optional.empty()
                : query.filter().month();
        return month.map(only -> books.revisions().stampAtRevision(household, ViewScopes.ofLedgers(Set.of(only))))
                .orElseGet(() -> books.revisions().latest(household));
    }
}
