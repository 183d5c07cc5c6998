package io.prorata.adapter.web.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.answer.Warning;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.port.View;
import io.prorata.domain.ledger.Trend;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthSummary;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A whole screen in one answer: the month, its savings, its expenses, its categories, and the month before beside it. */
@Serdeable.Serializable
record ScreenResponse(
        String month,
        String currency,
        SummaryFigures summary,
        Incomes incomes,
        Map<String, SplitRatios.SplitRatio> splitRatios,
        PlanAndActual planAndActual,
        SavingsPart savings,
        ExpensesPart expenses,
        List<SummaryResponse.Spent> categories,
        List<HierarchyResponse.TypeNode> categoryTree,
        MonthBefore monthBefore,
        Counts counts,
        List<Warning> warnings,
        DrillDownUrls drillDownUrls) {

    @Serdeable.Serializable
    record SavingsPart(List<SavingsResponse.Group> categories, SavingsResponse.Totals totals) {}

    @Serdeable.Serializable
    record ExpensesPart(
            List<ExpensesResponse.Group> categories,
            List<ExpensesResponse.Paid> paid,
            @Nullable String unplannedAmount,
            ExpensesResponse.Totals totals) {}

    /** @param changes since that month, by figure of the summary */
    @Serdeable.Serializable
    record MonthBefore(String month, SummaryFigures summary, Changes changes) {}

    @Serdeable.Serializable
    record Changes(
            ChangeFigures totalExpenses,
            ChangeFigures totalProvisions,
            ChangeFigures totalFixed,
            ChangeFigures totalVariable,
            ChangeFigures netIncome,
            ChangeFigures netAvailable) {}

    static ScreenResponse of(View.Screen view) {
        var amounts = new Amounts(view.household().currency());
        MonthSummary summary = view.summary();
        var month = summary.plan().month();
        return new ScreenResponse(
                month.toString(),
                amounts.currency().getCurrencyCode(),
                SummaryFigures.of(amounts, summary),
                Incomes.of(amounts, view.household(), summary.plan()),
                SplitRatios.of(summary.plan()),
                PlanAndActual.of(amounts, summary),
                new SavingsPart(
                        SavingsResponse.groups(amounts, view.savings()),
                        SavingsResponse.Totals.of(amounts, view.savings())),
                new ExpensesPart(
                        ExpensesResponse.groups(amounts, view.expenses()),
                        ExpensesResponse.paid(amounts, view.expenses()),
                        ExpensesResponse.text(amounts, view.expenses().unplanned()),
                        ExpensesResponse.Totals.of(amounts, view.expenses())),
                SummaryResponse.spent(amounts, summary),
                HierarchyResponse.types(amounts, month, summary.facts().tree()),
                before(amounts, summary, view.before()),
                Counts.of(summary),
                SummaryResponse.warnings(amounts, summary.plan()),
                DrillDownUrls.of(summary));
    }

    private static MonthBefore before(Amounts amounts, MonthSummary now, MonthSummary before) {
        Function<Function<MonthSummary, Money>, ChangeFigures> change =
                figure -> ChangeFigures.of(amounts, new Trend(figure.apply(now), figure.apply(before)));
        return new MonthBefore(
                before.plan().month().toString(),
                SummaryFigures.of(amounts, before),
                new Changes(
                        change.apply(MonthSummary::totalExpenses),
                        change.apply(summary -> summary.plan().totalProvisions()),
                        change.apply(summary -> summary.plan().totalFixed()),
                        change.apply(MonthSummary::totalVariable),
                        change.apply(summary -> summary.plan().totalNet()),
                        change.apply(MonthSummary::netAvailable)));
    }
}
