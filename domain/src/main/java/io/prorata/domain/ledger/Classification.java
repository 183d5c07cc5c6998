package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import org.jspecify.annotations.Nullable;

/**
 * The type and categories of a transaction.
 *
 * @param category absent for the uncategorised
 * @param excluded in no sum and no count
 */
public record Classification(
        ExpenseType type,
        @Nullable String category,
        @Nullable String subcategory,
        boolean excluded) {

    /** Refuses invalid names with an {@link IllegalArgumentException}. */
    public Classification {
        category = Naming.optionalName(category);
        subcategory = Naming.optionalName(subcategory);
    }

    /** Returns this classification with another type. */
    public Classification withType(ExpenseType other) {
        return new Classification(other, category, subcategory, excluded);
    }
}
