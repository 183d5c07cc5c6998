package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.ledger.Statistics;
import org.jspecify.annotations.Nullable;

/** The number of rows and their sum, with the sign of their type. */
@Serdeable.Serializable
public record SumJson(long transactionCount, String totalAmount) {

    public static SumJson of(AmountText amounts, Statistics statistics) {
        return new SumJson(statistics.count(), amounts.text(statistics.sum()));
    }

    /** Returns nothing if there are no rows. */
    public static @Nullable SumJson ofAny(AmountText amounts, Statistics statistics) {
        return statistics.count() == 0 ? null : of(amounts, statistics);
    }
}
