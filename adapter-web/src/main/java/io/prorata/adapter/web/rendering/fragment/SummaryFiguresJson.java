package io.prorata.adapter.web.rendering.fragment;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import java.util.Locale;
import java.util.Map;

/** The totals of a month. */
@Serdeable.Serializable
public record SummaryFiguresJson(
        String totalExpenses,
        String totalProvisions,
        String totalFixed,
        String totalVariable,
        Map<String, String> memberTotals,
        String netIncome,
        String netAvailable,
        String splitBasis) {

    public static SummaryFiguresJson of(AmountText amounts, MonthSummary summary) {
        MonthPlan plan = summary.plan();
        return new SummaryFiguresJson(
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
