package io.prorata.bootstrap.freshness;

import io.prorata.application.query.AnalyticsQuery;
import io.prorata.application.query.CategoryQuery;
import io.prorata.application.query.DrillDownQuery;
import io.prorata.application.query.ExpensesQuery;
import io.prorata.application.query.ProvisionsQuery;
import io.prorata.application.query.SavingsQuery;
import io.prorata.application.query.SettlementQuery;
import io.prorata.application.query.SubcategoriesQuery;
import io.prorata.application.query.ViewQuery;
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
        return Stream.concat(
                ViewQuery.types().stream().map(type -> type.of(month)),
                Stream.of(
                        new SavingsQuery(month, new CategoryChoice.Uncategorised()),
                        new ExpensesQuery(month, COURSES),
                        new ProvisionsQuery(month, OptionalLong.of(1)),
                        new SubcategoriesQuery(month, TYPES, COURSES),
                        new CategoryQuery(month, ExpenseType.VARIABLE, COURSES),
                        drillDown(month, DrillDownQuery.Level.SUMMARY),
                        drillDown(month, DrillDownQuery.Level.DETAILS),
                        drillDown(month, DrillDownQuery.Level.TRANSACTIONS),
                        new SettlementQuery(new CategoryAnalysis.Period(month.minusMonths(2), month), Basis.PLAN, true),
                        new AnalyticsQuery(new CategoryAnalysis.Period(month, month), TYPES),
                        new AnalyticsQuery(
                                new CategoryAnalysis.Period(month.minusMonths(2), month),
                                Set.of(ExpenseType.VARIABLE))));
    }

    private static ViewQuery drillDown(YearMonth month, DrillDownQuery.Level level) {
        return new DrillDownQuery(month, ExpenseType.VARIABLE, EVERY, level, 5, 0, Optional.empty());
    }
}
