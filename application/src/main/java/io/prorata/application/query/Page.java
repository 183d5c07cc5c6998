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
 * @param limit the most items that were asked for
 * @param offset how many items come before; empty where the page was asked for by its cursor, which does not know
 * @param total how many items all pages have
 * @param next the cursor of the page that follows; empty on the last, and in lists that are paged by offset alone
 */
public record Page<T>(
        List<T> items, int limit, OptionalLong offset, long total, boolean hasMore, Optional<String> next) {

    /** The most items of a page. */
    public static final int MOST = 500;

    /** The items of a page unless asked otherwise. */
    public static final int USUAL = 50;

    /**
     * Makes a page of the rows of {@code snapshot}, of which one more than the page has was asked for: it tells whether there is another.
     *
     * @param list the list's name, to which a cursor belongs
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

    /** Cuts a page out of a list that is there as a whole. */
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
