package io.prorata.domain.plan;

import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;

/**
 * The expected monthly cost of a category. It is in no total of the month, and is shown beside the spending.
 *
 * @param category compared folded; at most one budget of a category is in force in a month
 */
public record Budget(long id, String category, Timeline<BudgetTerms> terms) {

    /** Refuses an invalid name with an {@link IllegalArgumentException}. */
    public Budget {
        category = Naming.name(category);
    }

    /** Returns the first month in which it is in force. */
    public YearMonth firstMonth() {
        return terms.entries().get(0).from();
    }

    /** Returns whether this is the budget of {@code other}. */
    public boolean isOf(String other) {
        return Naming.folded(category).equals(Naming.folded(other));
    }
}
