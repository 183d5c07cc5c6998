package io.prorata.bootstrap.freshness;

import io.prorata.application.view.ViewQuery;
import io.prorata.domain.ledger.CategoryAnalysis;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.settlement.Basis;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Views of every kind there is. */
final class AllViews {

    private static final Set<ExpenseType> TYPES = Set.of(ExpenseType.values());
    private static final CategoryChoice EVERY = new CategoryChoice.Every();
    private static final CategoryChoice COURSES = new CategoryChoice.Named("Courses");

    private AllViews() {}

    /** Returns them for each of {@code months}. */
    static List<ViewQuery> of(List<YearMonth> months) {
        return months.stream().flatMap(AllViews::of).toList();
    }

    static Stream<ViewQuery> of(YearMonth month) {
        return Stream.of(
                new ViewQuery.SlimSummary(month),
                new ViewQuery.Summary(month),
                new ViewQuery.Screen(month),
                new ViewQuery.SavingsByCategory(month, EVERY),
                new ViewQuery.SavingsByCategory(month, new CategoryChoice.Uncategorised()),
                new ViewQuery.ExpensesByCategory(month, EVERY),
                new ViewQuery.ExpensesByCategory(month, COURSES),
                new ViewQuery.ProvisionDetails(month),
                new ViewQuery.ProvisionsSummary(month),
                new ViewQuery.Provisions(month, OptionalLong.empty()),
                new ViewQuery.Provisions(month, OptionalLong.of(1)),
                new ViewQuery.Hierarchy(month, TYPES),
                new ViewQuery.Categories(month, TYPES),
                new ViewQuery.Subcategories(month, TYPES, COURSES),
                new ViewQuery.CategoryPage(month, ExpenseType.VARIABLE, EVERY),
                new ViewQuery.CategoryPage(month, ExpenseType.VARIABLE, COURSES),
                drillDown(month, ViewQuery.DrillDown.Level.SUMMARY),
                drillDown(month, ViewQuery.DrillDown.Level.DETAILS),
                drillDown(month, ViewQuery.DrillDown.Level.TRANSACTIONS),
                new ViewQuery.Settlement(new CategoryAnalysis.Period(month, month), Basis.ACTUAL, false),
                new ViewQuery.Settlement(new CategoryAnalysis.Period(month.minusMonths(2), month), Basis.PLAN, true),
                new ViewQuery.Analytics(new CategoryAnalysis.Period(month, month), TYPES),
                new ViewQuery.Analytics(
                        new CategoryAnalysis.Period(month.minusMonths(2), month), Set.of(ExpenseType.VARIABLE)));
    }

    private static ViewQuery drillDown(YearMonth month, ViewQuery.DrillDown.Level level) {
        return new ViewQuery.DrillDown(month, ExpenseType.VARIABLE, EVERY, level, 5, 0, Optional.empty());
    }
}
