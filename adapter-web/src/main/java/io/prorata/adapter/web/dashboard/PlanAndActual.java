package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.domain.plan.Comparison;
import io.prorata.domain.plan.MonthSummary;

/** What was planned beside what the bank says; never added up. */
@Serdeable.Serializable
record PlanAndActual(Beside fixed, Beside provisions, Beside income) {

    /** @param variance actual less planned */
    @Serdeable.Serializable
    record Beside(String planned, String actual, String variance) {}

    static PlanAndActual of(Amounts amounts, MonthSummary summary) {
        return new PlanAndActual(
                beside(amounts, summary.fixed()),
                beside(amounts, summary.provisions()),
                beside(amounts, summary.income()));
    }

    private static Beside beside(Amounts amounts, Comparison comparison) {
        return new Beside(
                amounts.text(comparison.planned()),
                amounts.text(comparison.actual()),
                amounts.text(comparison.variance()));
    }
}
