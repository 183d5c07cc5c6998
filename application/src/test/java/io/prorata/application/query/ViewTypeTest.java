package io.prorata.application.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTypeTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void everyQueryIsReadBackFromItsText() {
        Set<ExpenseType> types = EnumSet.of(ExpenseType.FIXED, ExpenseType.VARIABLE);
        for (CategoryChoice choice : List.of(
                new CategoryChoice.Every(),
                new CategoryChoice.Uncategorised(),
                new CategoryChoice.Named("all"),
                new CategoryChoice.Named("a/b.%?#:*&=, +é😀"))) {
            for (ViewQuery query : List.of(
                    new SlimSummaryQuery(MARCH),
                    new SummaryQuery(MARCH),
                    new ScreenQuery(MARCH),
                    new SavingsQuery(MARCH, choice),
                    new ExpensesQuery(MARCH, choice),
                    new ProvisionDetailsQuery(MARCH),
                    new ProvisionsSummaryQuery(MARCH),
                    new ProvisionsQuery(MARCH, OptionalLong.empty()),
                    new ProvisionsQuery(MARCH, OptionalLong.of(7)),
                    new HierarchyQuery(MARCH, types),
                    new CategoriesQuery(MARCH, Set.of()),
                    new SubcategoriesQuery(MARCH, types, choice),
                    new CategoryQuery(MARCH, ExpenseType.INCOME, choice),
                    drillDown(choice, 0, Optional.empty()),
                    drillDown(choice, 50, Optional.of(new Place("2026-03-05", 12))),
                    new AnalyticsQuery(new Period(MARCH.minusMonths(11), MARCH), types))) {
                assertEquals(query, ViewType.read(query.canonical()));
            }
        }
    }

    private static ViewQuery drillDown(CategoryChoice choice, long offset, Optional<Place> after) {
        return new DrillDownQuery(
                MARCH, ExpenseType.VARIABLE, choice, DrillDownQuery.Level.TRANSACTIONS, 20, offset, after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "summary",
                "summary?",
                "summary?month=2026-13",
                "summary?month=2026-03&x=1",
                "warp?month=2026-03"
            })
    void whatIsNoQuerysTextIsRefused(String text) {
        assertThrows(RuntimeException.class, () -> ViewType.read(text));
    }

    /** A view that is not in the list is neither warmed, nor verified, nor tried by any test. */
    @Test
    void everyViewIsInTheListOnce() {
        Set<Class<?>> listed = ViewQuery.types().stream()
                .map(type -> type.of(MARCH).getClass())
                .collect(Collectors.toSet());
        assertEquals(classes(ViewQuery.class).collect(Collectors.toSet()), listed);
        assertEquals(
                ViewQuery.types().size(),
                ViewQuery.types().stream().map(ViewType::name).distinct().count());
    }

    /** The interfaces between are no views. */
    private static Stream<Class<?>> classes(Class<?> view) {
        return view.isInterface()
                ? Stream.of(view.getPermittedSubclasses()).flatMap(ViewTypeTest::classes)
                : Stream.of(view);
    }

    @Test
    void theUsualQueryOfAMonthIsOfItsViewAndMonth() {
        for (ViewType type : ViewQuery.types()) {
            ViewQuery query = type.of(MARCH);
            assertEquals(type, query.viewType());
            assertEquals(MARCH, query.month());
            assertEquals(type.of(MARCH.minusYears(1)), query.in(MARCH.minusYears(1)));
            assertEquals(query, ViewType.read(query.canonical()));
        }
    }
}
