package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
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
public record ChangeJson(
        String before, String change, @Nullable String percentage) {

    public static ChangeJson of(AmountText amounts, Trend trend) {
        return new ChangeJson(
                amounts.text(trend.before()), amounts.text(trend.change()), Percentages.text(trend.percent()));
    }
}
