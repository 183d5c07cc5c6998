package io.prorata.application.view;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewQueryTextTest {

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
                    new ViewQuery.SlimSummary(MARCH),
                    new ViewQuery.Summary(MARCH),
                    new ViewQuery.Screen(MARCH),
                    new ViewQuery.SavingsByCategory(MARCH, choice),
                    new ViewQuery.ExpensesByCategory(MARCH, choice),
                    new ViewQuery.ProvisionDetails(MARCH),
                    new ViewQuery.ProvisionsSummary(MARCH),
                    new ViewQuery.Provisions(MARCH, OptionalLong.empty()),
                    new ViewQuery.Provisions(MARCH, OptionalLong.of(7)),
                    new ViewQuery.Hierarchy(MARCH, types),
                    new ViewQuery.Categories(MARCH, Set.of()),
                    new ViewQuery.Subcategories(MARCH, types, choice),
                    new ViewQuery.CategoryPage(MARCH, ExpenseType.INCOME, choice),
                    drillDown(choice, 0, Optional.empty()),
                    drillDown(choice, 50, Optional.of(new Place("2026-03-05", 12))),
                    new ViewQuery.Analytics(new Period(MARCH.minusMonths(11), MARCH), types))) {
                assertEquals(query, ViewQueryText.read(query.canonical()));
            }
        }
    }

    private static ViewQuery drillDown(CategoryChoice choice, long offset, Optional<Place> after) {
        return new ViewQuery.DrillDown(
                MARCH, ExpenseType.VARIABLE, choice, ViewQuery.DrillDown.Level.TRANSACTIONS, 20, offset, after);
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
        assertThrows(RuntimeException.class, () -> ViewQueryText.read(text));
    }
}
