package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.ledger.Statistics;
import org.jspecify.annotations.Nullable;

/** How many rows there are of something, and what they come to in the sense of their type. */
@Serdeable.Serializable
public record SumJson(long transactionCount, String totalAmount) {

    public static SumJson of(AmountText amounts, Statistics statistics) {
        return new SumJson(statistics.count(), amounts.text(statistics.sum()));
    }

    /** Returns nothing where there are no rows. */
    public static @Nullable SumJson ofAny(AmountText amounts, Statistics statistics) {
        return statistics.count() == 0 ? null : of(amounts, statistics);
    }
}
