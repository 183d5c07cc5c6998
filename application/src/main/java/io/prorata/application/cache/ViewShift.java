package io.prorata.application.cache;

import io.prorata.application.view.ViewQuery;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The same view of another month. */
final class ViewShift {

    private static final YearMonth NO_MONTH_IN_PARTICULAR = YearMonth.of(2000, 1);

    private ViewShift() {}

    /** Returns what {@code query} shows, of another month; lists from their beginning. */
    static ViewQuery of(ViewQuery query, YearMonth month) {
        return switch (query) {
            case ViewQuery.SlimSummary _ -> new ViewQuery.SlimSummary(month);
            case ViewQuery.Summary _ -> new ViewQuery.Summary(month);
            case ViewQuery.Screen _ -> new ViewQuery.Screen(month);
            case ViewQuery.SavingsByCategory(var any, var category) -> new ViewQuery.SavingsByCategory(month, category);
            case ViewQuery.ExpensesByCategory(var any, var category) ->
                new ViewQuery.ExpensesByCategory(month, category);
            case ViewQuery.ProvisionDetails _ -> new ViewQuery.ProvisionDetails(month);
            case ViewQuery.ProvisionsSummary _ -> new ViewQuery.ProvisionsSummary(month);
            case ViewQuery.Provisions(var any, var config) -> new ViewQuery.Provisions(month, config);
            case ViewQuery.Hierarchy(var any, var types) -> new ViewQuery.Hierarchy(month, types);
            case ViewQuery.Categories(var any, var types) -> new ViewQuery.Categories(month, types);
            case ViewQuery.Subcategories(var any, var types, var category) ->
                new ViewQuery.Subcategories(month, types, category);
            case ViewQuery.CategoryPage(var any, var type, var category) ->
                new ViewQuery.CategoryPage(month, type, category);
            case ViewQuery.DrillDown drillDown ->
                new ViewQuery.DrillDown(
                        month,
                        drillDown.type(),
                        drillDown.category(),
                        drillDown.level(),
                        drillDown.limit(),
                        0,
                        Optional.empty());
            case ViewQuery.Analytics(var period, var types) ->
                new ViewQuery.Analytics(
                        new Period(month.minusMonths(ChronoUnit.MONTHS.between(period.from(), period.to())), month),
                        types);
            case ViewQuery.Settlement(var period, var basis, var withBefore) ->
                new ViewQuery.Settlement(
                        new Period(month.minusMonths(ChronoUnit.MONTHS.between(period.from(), period.to())), month),
                        basis,
                        withBefore);
        };
    }

    /** Returns {@code query} without its month: views that differ in nothing else are equal then. */
    static ViewQuery ofAnyMonth(ViewQuery query) {
        return of(query, NO_MONTH_IN_PARTICULAR);
    }
}
