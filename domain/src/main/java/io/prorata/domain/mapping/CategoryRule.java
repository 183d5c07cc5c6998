package io.prorata.domain.mapping;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.naming.Naming;

/** Rows of this category or subcategory, compared without case, are of this type whatever their sign. */
public record CategoryRule(String category, ExpenseType type) {

    /** Refuses an invalid name with an {@link IllegalArgumentException}. */
    public CategoryRule {
        category = Naming.name(category);
    }
}
