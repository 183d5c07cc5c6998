package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Warning;
import io.prorata.adapter.web.rendering.fragment.BudgetJson;
import io.prorata.adapter.web.rendering.fragment.ChangeJson;
import io.prorata.adapter.web.rendering.fragment.CountsJson;
import io.prorata.adapter.web.rendering.fragment.DrillDownUrls;
import io.prorata.adapter.web.rendering.fragment.FromProvisionsJson;
import io.prorata.adapter.web.rendering.fragment.IncomesJson;
import io.prorata.adapter.web.rendering.fragment.PlanAndActualJson;
import io.prorata.adapter.web.rendering.fragment.SpentJson;
import io.prorata.adapter.web.rendering.fragment.SplitRatios;
import io.prorata.adapter.web.rendering.fragment.SummaryFiguresJson;
import io.prorata.adapter.web.rendering.fragment.ToConfirmJson;
import io.prorata.adapter.web.rendering.fragment.UnplannedJson;
import io.prorata.application.query.ScreenQuery;
import io.prorata.domain.ledger.Trend;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthSummary;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole screen in one answer: the month with its savings, expenses and categories, and the month before.
 *
 * @param fromProvisions the amount paid out of provisions
 * @param unplanned rows that are in no total, because no item of the plan represents them
 * @param toConfirm the matches to confirm; absent if the month has too many rows for the search
 */
@Serdeable.Serializable
record ScreenResponse(
        String month,
        String currency,
        SummaryFiguresJson summary,
        IncomesJson incomes,
        Map<String, SplitRatios.SplitRatio> splitRatios,
        PlanAndActualJson planAndActual,
        SavingsPart savings,
        ExpensesPart expenses,
        List<SpentJson> categories,
        FromProvisionsJson fromProvisions,
        UnplannedJson unplanned,
        List<HierarchyResponse.TypeNode> categoryTree,
        MonthBefore monthBefore,
        @Nullable ToConfirmJson toConfirm,
        CountsJson counts,
        List<Warning> warnings,
        DrillDownUrls drillDownUrls) {

    @Serdeable.Serializable
    record SavingsPart(List<SavingsResponse.Group> categories, SavingsResponse.Totals totals) {}

    @Serdeable.Serializable
    record ExpensesPart(
            List<ExpensesResponse.Group> categories,
            List<ExpensesResponse.Paid> paid,
            @Nullable String unplannedAmount,
            ExpensesResponse.Totals totals,
            List<BudgetJson> budgets) {}

    /** @param changes the changes since that month, by figure of the summary */
    @Serdeable.Serializable
    record MonthBefore(String month, SummaryFiguresJson summary, Changes changes) {}

    @Serdeable.Serializable
    record Changes(
            ChangeJson totalExpenses,
            ChangeJson totalProvisions,
            ChangeJson totalFixed,
            ChangeJson totalVariable,
            ChangeJson netIncome,
            ChangeJson netAvailable) {}

    static ScreenResponse of(ScreenQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        MonthSummary summary = view.summary();
        var month = summary.plan().month();
        return new ScreenResponse(
                month.toString(),
                amounts.currency().getCurrencyCode(),
                SummaryFiguresJson.of(amounts, summary),
                IncomesJson.of(amounts, view.household(), summary, view.received()),
                SplitRatios.of(summary.plan()),
                PlanAndActualJson.of(amounts, summary),
                new SavingsPart(
                        SavingsResponse.groups(amounts, view.savings()),
                        SavingsResponse.Totals.of(amounts, view.savings())),
                new ExpensesPart(
                        ExpensesResponse.groups(amounts, view.expenses()),
                        ExpensesResponse.paid(amounts, view.expenses()),
                        ExpensesResponse.text(amounts, view.expenses().unplanned()),
                        ExpensesResponse.Totals.of(amounts, view.expenses()),
                        BudgetJson.of(amounts, summary.plan(), view.expenses().budgets())),
                SpentJson.of(amounts, summary),
                FromProvisionsJson.of(amounts, summary),
                UnplannedJson.of(amounts, summary),
                HierarchyResponse.types(amounts, month, summary.facts().tree()),
                before(amounts, summary, view.before()),
                ToConfirmJson.of(amounts, month, view.toConfirm()),
                CountsJson.of(summary),
                SummaryResponse.warnings(amounts, summary.plan()),
                DrillDownUrls.of(summary));
    }

    private static MonthBefore before(AmountText amounts, MonthSummary now, MonthSummary before) {
        Function<Function<MonthSummary, Money>, ChangeJson> change =
                figure -> ChangeJson.of(amounts, new Trend(figure.apply(now), figure.apply(before)));
        return new MonthBefore(
                before.plan().month().toString(),
                SummaryFiguresJson.of(amounts, before),
                new Changes(
                        change.apply(MonthSummary::totalExpenses),
                        change.apply(summary -> summary.plan().totalProvisions()),
                        change.apply(summary -> summary.plan().totalFixed()),
                        change.apply(MonthSummary::totalVariable),
                        change.apply(summary -> summary.plan().totalNet()),
                        change.apply(MonthSummary::netAvailable)));
    }
}
