package io.prorata.domain.plan;

import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.Shares;
import org.jspecify.annotations.Nullable;

/**
 * What a month spent on one category (formula 7).
 *
 * @param category absent for the uncategorised
 * @param statistics spent is positive, a refund negative
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f7">Formula 7, variable spending</a>
 */
public record VariableLine(@Nullable String category, Statistics statistics, Shares shares) {

    /** Returns what was spent on the category; negative where more came back. */
    public Money total() {
        return statistics.sum();
    }
}
