package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Warning;
import io.prorata.adapter.web.rendering.fragment.CountsJson;
import io.prorata.adapter.web.rendering.fragment.DrillDownUrls;
import io.prorata.adapter.web.rendering.fragment.FromProvisionsJson;
import io.prorata.adapter.web.rendering.fragment.IncomesJson;
import io.prorata.adapter.web.rendering.fragment.LinesJson;
import io.prorata.adapter.web.rendering.fragment.PlanAndActualJson;
import io.prorata.adapter.web.rendering.fragment.SpentJson;
import io.prorata.adapter.web.rendering.fragment.SplitRatios;
import io.prorata.adapter.web.rendering.fragment.SummaryFiguresJson;
import io.prorata.adapter.web.rendering.fragment.ToConfirmJson;
import io.prorata.adapter.web.rendering.fragment.UnplannedJson;
import io.prorata.application.query.SummaryQuery;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The month with incomes, plan beside actual, and the shares of every line.
 *
 * @param fromProvisions the amount paid out of provisions
 * @param unplanned rows that are in no total, because no item of the plan represents them
 * @param toConfirm the matches to confirm; absent if the month has too many rows for the search
 */
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
        List<SpentJson> categories,
        FromProvisionsJson fromProvisions,
        UnplannedJson unplanned,
        @Nullable ToConfirmJson toConfirm,
        CountsJson counts,
        List<Warning> warnings,
        DrillDownUrls drillDownUrls) {

    static SummaryResponse of(SummaryQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        MonthSummary summary = view.summary();
        MonthPlan plan = summary.plan();
        Map<Long, Money> paid = summary.toldByBill();
        return new SummaryResponse(
                plan.month().toString(),
                amounts.currency().getCurrencyCode(),
                SummaryFiguresJson.of(amounts, summary),
                IncomesJson.of(amounts, view.household(), summary, view.received()),
                SplitRatios.of(plan),
                PlanAndActualJson.of(amounts, summary),
                plan.shownProvisions().stream()
                        .map(line -> LinesJson.SavedLine.of(amounts, plan, line))
                        .toList(),
                plan.fixed().stream()
                        .map(line -> LinesJson.BillLine.of(amounts, plan, line, paid))
                        .toList(),
                SpentJson.of(amounts, summary),
                FromProvisionsJson.of(amounts, summary),
                UnplannedJson.of(amounts, summary),
                ToConfirmJson.of(amounts, plan.month(), view.toConfirm()),
                CountsJson.of(summary),
                warnings(amounts, plan),
                DrillDownUrls.of(summary));
    }

    static List<Warning> warnings(AmountText amounts, MonthPlan plan) {
        return Warning.negativeBalances(amounts, plan.month(), plan.shownProvisions());
    }
}
