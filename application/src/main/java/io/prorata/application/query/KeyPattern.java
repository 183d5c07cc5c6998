package io.prorata.application.query;

import io.prorata.application.view.TimeToLive;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.CategoryChoice;

/**
 * The key pattern of documents, for storage and statistics. Its keys do not distinguish all documents: the {@linkplain ViewQuery#canonical
 * canonical query} does.
 */
public enum KeyPattern {
    SUMMARY("{household}:dashboard:month:{month}:summary"),
    PROVISIONS("{household}:dashboard:month:{month}:provisions"),
    EXPENSES("{household}:dashboard:month:{month}:expenses"),
    TRANSACTIONS("{household}:dashboard:month:{month}:transactions:{category}"),
    ANALYTICS("{household}:dashboard:month:{month}:analytics"),
    SETTLEMENT("{household}:dashboard:month:{month}:settlement"),
    YEAR("{household}:dashboard:month:{month}:year");

    private final String text;

    KeyPattern(String text) {
        this.text = text;
    }

    /** Returns the pattern with its parts in braces. */
    public String text() {
        return text;
    }

    public TimeToLive timeToLive() {
        return switch (this) {
            case SUMMARY, EXPENSES, SETTLEMENT, YEAR -> TimeToLive.SUMMARY;
            case PROVISIONS -> TimeToLive.PROVISIONS;
            case TRANSACTIONS, ANALYTICS -> TimeToLive.DRILL_DOWN;
        };
    }

    /** Returns the key of a query of this pattern. */
    public String key(HouseholdId household, ViewQuery query) {
        return text.replace("{household}", household.toString())
                .replace("{month}", query.month().toString())
                .replace("{category}", category(query));
    }

    private static String category(ViewQuery query) {
        return switch (query.category()) {
            case CategoryChoice.Every() -> "all";
            case CategoryChoice.Uncategorised() -> "none";
            // The name may have any length, and must not be readable in a shared store.
            case CategoryChoice.Named(String name) -> "name-" + Integer.toHexString(name.hashCode());
        };
    }
}
