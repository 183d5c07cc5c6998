package io.prorata.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.ledger.CategoryAnalysis.Line;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.CategoryAnalysis.Point;
import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CategoryAnalysisTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final List<@Nullable String> NAMES = Arrays.asList("a", "b", "B", "\uD83D\uDE00", null);

    @Test
    void aPeriodIsComparedWithTheMonthsBeforeItsOwnAndThoseAYearEarlier() {
        var one = new Period(MARCH, MARCH);
        assertEquals(List.of(MARCH), one.months());
        assertEquals(new TreeSet<>(Set.of(MARCH.minusYears(1), MARCH.minusMonths(1), MARCH)), one.withCompared());
        // Thirteen months and thirteen a year earlier share one.
        assertEquals(25, new Period(MARCH.minusMonths(12), MARCH).withCompared().size());
        assertEquals(
                Period.MOST_MONTHS,
                new Period(MARCH.minusMonths(119), MARCH).months().size());
        assertThrows(IllegalArgumentException.class, () -> new Period(MARCH, MARCH.minusMonths(1)));
        assertThrows(IllegalArgumentException.class, () -> new Period(MARCH.minusMonths(120), MARCH));
    }

    @Test
    void linesAreTheSumsOfTheRowsAndEachChangeIsTheDifference() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            var period = new Period(MARCH.minusMonths(random.nextInt(15)), MARCH);
            Map<YearMonth, MonthFacts> facts = new HashMap<>();
            period.withCompared().forEach(month -> facts.put(month, anyFacts(random)));
            Set<ExpenseType> types = random.nextBoolean()
                    ? EnumSet.allOf(ExpenseType.class)
                    : EnumSet.of(ExpenseType.VARIABLE, ExpenseType.INCOME);
            String example = "seed " + seed;

            CategoryAnalysis analysis = CategoryAnalysis.of(period, types, facts);

            for (Line line : analysis.categories()) {
                var choice = line.category() == null
                        ? new CategoryChoice.Uncategorised()
                        : new CategoryChoice.Named(line.category());
                assertTrue(types.contains(line.type()), example);
                check(line, period, month -> facts(facts, month).only(EnumSet.of(line.type()), choice), example);
                assertTrue(line.statistics().count() > 0, example);
            }
            for (Line line : analysis.types()) {
                check(
                        line,
                        period,
                        month -> facts(facts, month).only(EnumSet.of(line.type()), new CategoryChoice.Every()),
                        example);
                assertEquals(
                        line.statistics(),
                        Statistics.sum(analysis.categories().stream()
                                .filter(category -> category.type() == line.type())
                                .map(Line::statistics)
                                .toList()),
                        example);
            }
            List<Money> totals = new ArrayList<>(analysis.categories().stream()
                    .map(line -> line.statistics().sum())
                    .toList());
            List<Money> sorted = new ArrayList<>(totals);
            sorted.sort(Collections.reverseOrder());
            assertEquals(sorted, totals, example);
            assertEquals(analysis, CategoryAnalysis.of(period, types, facts), example);
        }
    }

    private interface Month {
        MonthFacts of(YearMonth month);
    }

    private static void check(Line line, Period period, Month month, String example) {
        assertEquals(period.months(), line.series().stream().map(Point::month).toList(), example);
        Statistics sum = Statistics.NONE;
        for (Point point : line.series()) {
            Statistics expected = month.of(point.month()).all();
            assertEquals(expected, point.statistics(), example);
            assertEquals(
                    new Trend(
                            expected.sum(),
                            month.of(point.month().minusMonths(1)).all().sum()),
                    point.sinceMonthBefore(),
                    example);
            assertEquals(
                    new Trend(
                            expected.sum(),
                            month.of(point.month().minusYears(1)).all().sum()),
                    point.sinceYearBefore(),
                    example);
            sum = sum.plus(expected);
        }
        assertEquals(sum, line.statistics(), example);
    }

    @Test
    void equalTotalsAreInOrderOfNamesTheUncategorisedLast() {
        List<GroupTotal> groups = new ArrayList<>();
        for (String name : Arrays.asList(null, "b", "a", "B")) {
            groups.add(new GroupTotal(ExpenseType.VARIABLE, name, null, Statistics.of(new Money(5))));
        }
        groups.add(new GroupTotal(ExpenseType.FIXED, "a", null, Statistics.of(new Money(5))));
        var period = new Period(MARCH, MARCH);
        Map<YearMonth, MonthFacts> facts = new HashMap<>();
        period.withCompared().forEach(month -> facts.put(month, MonthFacts.NONE));
        facts.put(MARCH, new MonthFacts(groups));

        List<Line> lines = CategoryAnalysis.of(period, EnumSet.allOf(ExpenseType.class), facts)
                .categories();

        assertEquals(
                Arrays.asList("a", "a", "B", "b", null),
                lines.stream().map(Line::category).toList());
        assertEquals(ExpenseType.FIXED, lines.get(0).type());
    }

    @Test
    void aChangeInPercentIsRoundedHalfUpAndMirrorsItself() {
        assertEquals(Optional.of(new BigDecimal("33.3")), new Trend(new Money(4), new Money(3)).percent());
        assertEquals(Optional.of(new BigDecimal("-33.3")), new Trend(new Money(2), new Money(3)).percent());
        assertEquals(Optional.of(new BigDecimal("0.1")), new Trend(new Money(2001), new Money(2000)).percent());
        assertEquals(Optional.of(new BigDecimal("-0.1")), new Trend(new Money(1999), new Money(2000)).percent());
        // From a refund of 10 to spending 10: up by 200 % of what it was.
        assertEquals(Optional.of(new BigDecimal("200.0")), new Trend(new Money(10), new Money(-10)).percent());
        assertEquals(Optional.empty(), new Trend(new Money(10), Money.ZERO).percent());
        assertEquals(new Money(-10), new Trend(Money.ZERO, new Money(10)).change());
    }

    private static MonthFacts facts(Map<YearMonth, MonthFacts> facts, YearMonth month) {
        return facts.getOrDefault(month, MonthFacts.NONE);
    }

    private static MonthFacts anyFacts(SplittableRandom random) {
        Map<List<Object>, GroupTotal> groups = new HashMap<>();
        List<ExpenseType> types = List.of(ExpenseType.values());
        for (int i = random.nextInt(12); i > 0; i--) {
            ExpenseType type = types.get(random.nextInt(types.size()));
            String category = NAMES.get(random.nextInt(NAMES.size()));
            String subcategory = NAMES.get(random.nextInt(NAMES.size()));
            groups.put(
                    Arrays.asList(type, category, subcategory),
                    new GroupTotal(type, category, subcategory, Statistics.of(new Money(random.nextLong(-90, 90)))));
        }
        return new MonthFacts(List.copyOf(groups.values()));
    }
}
