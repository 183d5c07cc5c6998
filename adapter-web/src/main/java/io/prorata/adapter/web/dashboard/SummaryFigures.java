package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import java.util.Locale;
import java.util.Map;

/** What a month comes to. */
@Serdeable.Serializable
record SummaryFigures(
        String totalExpenses,
        String totalProvisions,
        String totalFixed,
        String totalVariable,
        Map<String, String> memberTotals,
        String netIncome,
        String netAvailable,
        String splitBasis) {

    static SummaryFigures of(Amounts amounts, MonthSummary summary) {
        MonthPlan plan = summary.plan();
        return new SummaryFigures(
                amounts.text(summary.totalExpenses()),
                amounts.text(plan.totalProvisions()),
                amounts.text(plan.totalFixed()),
                amounts.text(summary.totalVariable()),
                amounts.shares(plan.members(), summary.memberTotals()),
                amounts.text(plan.totalNet()),
                amounts.text(summary.netAvailable()),
                plan.key().basis().name().toLowerCase(Locale.ROOT));
    }
}
