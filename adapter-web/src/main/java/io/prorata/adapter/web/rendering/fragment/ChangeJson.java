package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.ledger.Trend;
import org.jspecify.annotations.Nullable;

/**
 * The change of an amount.
 *
 * @param before the earlier amount
 * @param change the increase; negative is a decrease
 * @param percentage the change in percent of the earlier amount, one decimal; absent if that is zero
 */
@Serdeable.Serializable
public record ChangeJson(
        String before, String change, @Nullable String percentage) {

    public static ChangeJson of(AmountText amounts, Trend trend) {
        return new ChangeJson(
                amounts.text(trend.before()), amounts.text(trend.change()), Percentages.text(trend.percent()));
    }
}
