package io.prorata.application.view;

import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** In which order transactions are listed; those that are alike by id, in the same direction. */
public record TransactionOrder(By by, boolean descending) {

    /** The latest first. */
    public static final TransactionOrder LATEST_FIRST = new TransactionOrder(By.DATE, true);

    /** What the order goes by. */
    public enum By {
        /** Of the operation. */
        DATE,
        /** With the bank's sign. */
        AMOUNT,
        /** Without case and accents, as it is searched. */
        LABEL,
        /** Without case and accents, as names are compared; the uncategorised before all names. */
        CATEGORY
    }

    /** Returns what sorts transactions in this order. */
    public Comparator<Transaction> comparator() {
        Comparator<Transaction> ascending = switch (by) {
            case DATE -> Comparator.comparing(transaction -> transaction.line().date());
            case AMOUNT ->
                Comparator.comparing(transaction -> transaction.line().amount());
            case LABEL -> Comparator.comparing(TransactionOrder::label, Naming.BY_CODE_POINT);
            case CATEGORY -> Comparator.comparing(TransactionOrder::category, Naming.BY_CODE_POINT);
        };
        Comparator<Transaction> complete = ascending.thenComparingLong(Transaction::id);
        return descending ? complete.reversed() : complete;
    }

    private static String label(Transaction transaction) {
        return Naming.searchable(transaction.line().label());
    }

    private static String category(Transaction transaction) {
        return categoryKey(transaction.classification().category());
    }

    /** Returns what the order of categories goes by: the name folded, and the empty text for none, which comes before all names. */
    public static String categoryKey(@Nullable String category) {
        return category == null ? "" : Naming.folded(category);
    }

    /** Returns the place of {@code transaction} in this order. */
    public Place placeOf(Transaction transaction) {
        String key = switch (by) {
            case DATE -> transaction.line().date().toString();
            case AMOUNT -> Long.toString(transaction.line().amount().minor());
            case LABEL -> label(transaction);
            case CATEGORY -> category(transaction);
        };
        return new Place(key, transaction.id());
    }

    /**
     * A place in an order, after which a list goes on however many rows come or go before it.
     *
     * @param key what the order goes by, as text
     */
    public record Place(String key, long id) {}
}
