package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.answer.Warning;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.port.View;
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
        SummaryFigures summary,
        Incomes incomes,
        Map<String, SplitRatios.SplitRatio> splitRatios,
        PlanAndActual planAndActual,
        List<Lines.SavedLine> provisions,
        List<Lines.BillLine> fixedExpenses,
        List<Spent> categories,
        Counts counts,
        List<Warning> warnings,
        DrillDownUrls drillDownUrls) {

    /** @param category absent for the uncategorised */
    @Serdeable.Serializable
    record Spent(@Nullable String category, String totalAmount, long transactionCount, Map<String, String> shares) {}

    static SummaryResponse of(View.Summary view) {
        var amounts = new Amounts(view.household().currency());
        MonthSummary summary = view.summary();
        MonthPlan plan = summary.plan();
        return new SummaryResponse(
                plan.month().toString(),
                amounts.currency().getCurrencyCode(),
                SummaryFigures.of(amounts, summary),
                Incomes.of(amounts, view.household(), plan),
                SplitRatios.of(plan),
                PlanAndActual.of(amounts, summary),
                plan.shownProvisions().stream()
                        .map(line -> Lines.SavedLine.of(amounts, plan, line))
                        .toList(),
                plan.fixed().stream()
                        .map(line -> Lines.BillLine.of(amounts, plan, line))
                        .toList(),
                spent(amounts, summary),
                Counts.of(summary),
                warnings(amounts, plan),
                DrillDownUrls.of(summary));
    }

    static List<Warning> warnings(Amounts amounts, MonthPlan plan) {
        return Warning.negativeBalances(
                amounts,
                plan.month(),
                plan.shownProvisions().stream().map(ProvisionLine::provision).toList());
    }

    static List<Spent> spent(Amounts amounts, MonthSummary summary) {
        return summary.variable().stream()
                .map(line -> new Spent(
                        line.category(),
                        amounts.text(line.total()),
                        line.statistics().count(),
                        amounts.shares(summary.plan().members(), line.shares())))
                .toList();
    }
}
