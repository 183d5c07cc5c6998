package io.prorata.application.query;

import io.prorata.application.view.TimeToLive;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.CategoryChoice;

/**
 * The hierarchy under which documents are kept and counted. A key of it does not tell all its documents apart: that takes the
 * {@linkplain ViewQuery#canonical canonical query} too.
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

    /** Returns the pattern as it is shown, with its parts in braces. */
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
            // The name itself may be of any length, and is nobody's business in a store that others can look into.
            case CategoryChoice.Named(String name) -> "name-" + Integer.toHexString(name.hashCode());
        };
    }
}
