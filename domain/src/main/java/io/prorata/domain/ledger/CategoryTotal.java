package io.prorata.domain.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one category and type add up to.
 *
 * @param category absent for the uncategorised
 * @param subcategories by name, those without one last
 */
public record CategoryTotal(ExpenseType type, @Nullable String category, List<SubcategoryTotal> subcategories) {

    public CategoryTotal {
        subcategories = List.copyOf(subcategories);
    }

    public Statistics statistics() {
        return Statistics.sum(
                subcategories.stream().map(SubcategoryTotal::statistics).toList());
    }
}
