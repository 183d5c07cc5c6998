package io.prorata.domain.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The totals of one category and type.
 *
 * @param category absent for the uncategorised
 * @param subcategories by name, rows without one last
 */
public record CategoryTotal(ExpenseType type, @Nullable String category, List<SubcategoryTotal> subcategories) {

    /** Takes a copy of the subcategories. */
    public CategoryTotal {
        subcategories = List.copyOf(subcategories);
    }

    /** Returns the statistics of all rows of the category. */
    public Statistics statistics() {
        return Statistics.sum(
                subcategories.stream().map(SubcategoryTotal::statistics).toList());
    }
}
