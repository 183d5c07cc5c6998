package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.domain.ledger.Trend;
import org.jspecify.annotations.Nullable;

/**
 * How an amount changed.
 *
 * @param before what it was
 * @param change by how much it grew
 * @param percentage of what it was, one decimal; absent where it was nothing
 */
@Serdeable.Serializable
record ChangeFigures(String before, String change, @Nullable String percentage) {

    static ChangeFigures of(Amounts amounts, Trend trend) {
        return new ChangeFigures(
                amounts.text(trend.before()), amounts.text(trend.change()), Percentages.text(trend.percent()));
    }
}
