package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.domain.ledger.Statistics;

/** The statistics of a group of rows, in the sense of their type. */
@Serdeable.Serializable
record Figures(long transactionCount, String totalAmount, String avgAmount, String minAmount, String maxAmount) {

    static Figures of(Amounts amounts, Statistics statistics) {
        return new Figures(
                statistics.count(),
                amounts.text(statistics.sum()),
                amounts.text(statistics.mean()),
                amounts.text(statistics.min()),
                amounts.text(statistics.max()));
    }
}
