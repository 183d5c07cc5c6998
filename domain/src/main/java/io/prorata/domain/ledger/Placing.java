package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import org.jspecify.annotations.Nullable;

/**
 * Where the household counts a transaction.
 *
 * @param category absent for the uncategorised
 * @param excluded in no sum and no count
 */
public record Placing(
        ExpenseType type,
        @Nullable String category,
        @Nullable String subcategory,
        boolean excluded) {

    /** Refuses categories that are no names with an {@link IllegalArgumentException}. */
    public Placing {
        category = Naming.optionalName(category);
        subcategory = Naming.optionalName(subcategory);
    }
}
