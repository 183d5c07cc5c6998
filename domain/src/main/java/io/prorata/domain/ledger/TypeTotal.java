package io.prorata.domain.ledger;

import java.util.List;

/**
 * The totals of one type. Types are not added up: spending and income have no common sum.
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
