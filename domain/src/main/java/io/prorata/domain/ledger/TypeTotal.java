package io.prorata.domain.ledger;

import java.util.List;

/**
 * What the rows of one type add up to. Types are not added up: what is spent and what is earned have no common sum.
 *
 * @param categories by name, the uncategorised last
 */
public record TypeTotal(ExpenseType type, List<CategoryTotal> categories) {

    /** Takes a copy of the categories. */
    public TypeTotal {
        categories = List.copyOf(categories);
    }

    /** Returns the statistics of all rows of the type. */
    public Statistics statistics() {
        return Statistics.sum(categories.stream().map(CategoryTotal::statistics).toList());
    }
}
