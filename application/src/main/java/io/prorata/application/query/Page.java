package io.prorata.application.query;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.ledger.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a list.
 *
 * @param limit the maximum number of items
 * @param offset the number of items before; empty if the page was requested by cursor
 * @param total the number of items on all pages
 * @param next the cursor of the next page; empty on the last, and in lists that are paged by offset alone
 */
public record Page<T>(
        List<T> items, int limit, OptionalLong offset, long total, boolean hasMore, Optional<String> next) {

    /** The maximum number of items on a page. */
    public static final int MOST = 500;

    /** The default number of items on a page. */
    public static final int USUAL = 50;

    /**
     * Makes a page of the rows of {@code snapshot}, which has one row more than the page: it shows whether there is a next page.
     *
     * @param list the list's name, to which cursors are bound
     */
    static Page<Transaction> of(Snapshot snapshot, String list, int limit, OptionalLong offset, long total) {
        boolean more = snapshot.rows().size() > limit;
        List<Transaction> items = more ? snapshot.rows().subList(0, limit) : snapshot.rows();
        Optional<String> next = more
                ? Optional.of(
                        PageCursor.of(snapshot.id(), list, TransactionOrder.LATEST_FIRST.placeOf(items.getLast())))
                : Optional.empty();
        return new Page<>(items, limit, offset, total, more, next);
    }

    /** Makes a page of a complete list. */
    static <T> Page<T> of(List<T> all, int limit, long offset) {
        List<T> items = all.stream().skip(offset).limit(limit).toList();
        return new Page<>(
                items,
                limit,
                OptionalLong.of(offset),
                all.size(),
                offset + items.size() < all.size(),
                Optional.empty());
    }
}
