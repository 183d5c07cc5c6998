package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Warning;
import io.prorata.adapter.web.rendering.fragment.CountsJson;
import io.prorata.adapter.web.rendering.fragment.DrillDownUrls;
import io.prorata.adapter.web.rendering.fragment.IncomesJson;
import io.prorata.adapter.web.rendering.fragment.LinesJson;
import io.prorata.adapter.web.rendering.fragment.PlanAndActualJson;
import io.prorata.adapter.web.rendering.fragment.SplitRatios;
import io.prorata.adapter.web.rendering.fragment.SummaryFiguresJson;
import io.prorata.application.query.SummaryQuery;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.ProvisionLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The month with incomes, plan beside actual, and the shares of every line. */
@Serdeable.Serializable
record SummaryResponse(
        String month,
        String currency,
        SummaryFiguresJson summary,
        IncomesJson incomes,
        Map<String, SplitRatios.SplitRatio> splitRatios,
        PlanAndActualJson planAndActual,
        List<LinesJson.SavedLine> provisions,
        List<LinesJson.BillLine> fixedExpenses,
        List<Spent> categories,
        CountsJson counts,
        List<Warning> warnings,
        DrillDownUrls drillDownUrls) {

    /** @param category absent for the uncategorised */
    @Serdeable.Serializable
    record Spent(@Nullable String category, String totalAmount, long transactionCount, Map<String, String> shares) {}

    static SummaryResponse of(SummaryQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        MonthSummary summary = view.summary();
        MonthPlan plan = summary.plan();
        return new SummaryResponse(
                plan.month().toString(),
                amounts.currency().getCurrencyCode(),
                SummaryFiguresJson.of(amounts, summary),
                IncomesJson.of(amounts, view.household(), plan),
                SplitRatios.of(plan),
                PlanAndActualJson.of(amounts, summary),
                plan.shownProvisions().stream()
                        .map(line -> LinesJson.SavedLine.of(amounts, plan, line))
                        .toList(),
                plan.fixed().stream()
                        .map(line -> LinesJson.BillLine.of(amounts, plan, line))
                        .toList(),
                spent(amounts, summary),
                CountsJson.of(summary),
                warnings(amounts, plan),
                DrillDownUrls.of(summary));
    }

    static List<Warning> warnings(AmountText amounts, MonthPlan plan) {
        return Warning.negativeBalances(
                amounts,
                plan.month(),
                plan.shownProvisions().stream().map(ProvisionLine::provision).toList());
    }

    static List<Spent> spent(AmountText amounts, MonthSummary summary) {
        return summary.variable().stream()
                .map(line -> new Spent(
                        line.category(),
                        amounts.text(line.total()),
                        line.statistics().count(),
                        amounts.shares(summary.plan().members(), line.shares())))
                .toList();
    }
}
