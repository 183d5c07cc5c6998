package io.prorata.domain.plan;

import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.Shares;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spending of a month on one category (formulas 7 and 14).
 *
 * @param category absent for the uncategorised
 * @param statistics spent is positive, a refund negative
 * @param shares the sum of those of the parts
 * @param parts one for each split of its rows, that of the key first; at least one
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f7">Formula 7, variable spending</a>
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f14">Formula 14, variable spending with
 *     splits</a>
 */
public record VariableLine(@Nullable String category, Statistics statistics, Shares shares, List<VariablePart> parts) {

    /** Takes a copy of the parts. */
    public VariableLine {
        parts = List.copyOf(parts);
    }

    /** Returns the spending on the category; negative if refunds are larger. */
    public Money total() {
        return statistics.sum();
    }
}
