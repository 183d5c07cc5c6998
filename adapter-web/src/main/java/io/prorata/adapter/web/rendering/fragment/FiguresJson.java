package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.ledger.Statistics;

/** The statistics of a group of rows, with the sign of their type. */
@Serdeable.Serializable
public record FiguresJson(
        long transactionCount, String totalAmount, String avgAmount, String minAmount, String maxAmount) {

    public static FiguresJson of(AmountText amounts, Statistics statistics) {
        return new FiguresJson(
                statistics.count(),
                amounts.text(statistics.sum()),
                amounts.text(statistics.mean()),
                amounts.text(statistics.min()),
                amounts.text(statistics.max()));
    }
}
