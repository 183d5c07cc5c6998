package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.plan.Comparison;
import io.prorata.domain.plan.MonthSummary;

/** Planned amounts beside the bank's amounts; the two are never added up. */
@Serdeable.Serializable
public record PlanAndActualJson(Beside fixed, Beside provisions, Beside income) {

    /** @param variance actual less planned */
    @Serdeable.Serializable
    public record Beside(String planned, String actual, String variance) {}

    public static PlanAndActualJson of(AmountText amounts, MonthSummary summary) {
        return new PlanAndActualJson(
                beside(amounts, summary.fixed()),
                beside(amounts, summary.provisions()),
                beside(amounts, summary.income()));
    }

    private static Beside beside(AmountText amounts, Comparison comparison) {
        return new Beside(
                amounts.text(comparison.planned()),
                amounts.text(comparison.actual()),
                amounts.text(comparison.variance()));
    }
}
