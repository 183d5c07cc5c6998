package io.prorata.domain.ledger;

import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spending and income by category over months, and their changes.
 *
 * @param types the requested types that have rows
 * @param categories the largest total first; equal totals by name, the uncategorised last, then by type
 */
public record CategoryAnalysis(Period period, List<Line> types, List<Line> categories) {

    /** Months from one to another, both included. */
    public record Period(YearMonth from, YearMonth to) {

        /** Ten years. */
        public static final int MOST_MONTHS = 120;

        /** Refuses months that end before they begin, and too many, with an {@link IllegalArgumentException}. */
        public Period {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the months end before they begin");
            }
            if (from.plusMonths(MOST_MONTHS).compareTo(to) <= 0) {
                throw new IllegalArgumentException("at most " + MOST_MONTHS + " months");
            }
        }

        /** Returns all months in order. */
        public List<YearMonth> months() {
            return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                    .toList();
        }

        /** Returns these months and those of the comparison: the month before each, and the same month a year earlier. */
        public SortedSet<YearMonth> withCompared() {
            SortedSet<YearMonth> all = new TreeSet<>(months());
            all.add(from.minusMonths(1));
            months().forEach(month -> all.add(month.minusYears(1)));
            return all;
        }
    }

    /**
     * One category of one type, or one type as a whole.
     *
     * @param category absent for the uncategorised, and for a type as a whole
     * @param series a point for each month, also without rows
     */
    public record Line(ExpenseType type, @Nullable String category, Statistics statistics, List<Point> series) {}

    /** One month of a line. */
    public record Point(YearMonth month, Statistics statistics, Trend sinceMonthBefore, Trend sinceYearBefore) {}

    private record Kind(ExpenseType type, @Nullable String category) {}

    private static final Comparator<Line> LARGEST_FIRST = Comparator.comparing(
                    (Line line) -> line.statistics().sum())
            .reversed()
            .thenComparing(Line::category, Naming.ORDER)
            .thenComparing(Line::type);

    /**
     * Analyses the months of {@code period}.
     *
     * @param facts of every month of {@link Period#withCompared}
     */
    public static CategoryAnalysis of(Period period, Set<ExpenseType> types, Map<YearMonth, MonthFacts> facts) {
        Map<YearMonth, Map<Kind, Statistics>> byCategory = new HashMap<>();
        Map<YearMonth, Map<ExpenseType, Statistics>> byType = new HashMap<>();
        for (YearMonth month : period.withCompared()) {
            List<GroupTotal> groups = Objects.requireNonNull(facts.get(month)).counted().stream()
                    .filter(group -> types.contains(group.type()))
                    .toList();
            byCategory.put(month, sums(groups, group -> new Kind(group.type(), group.category())));
            byType.put(month, sums(groups, GroupTotal::type));
        }
        List<Line> wholes = new ArrayList<>();
        for (ExpenseType type : EnumSet.allOf(ExpenseType.class)) {
            if (has(period, byType, type)) {
                wholes.add(line(type, null, period, month -> at(byType, month, type)));
            }
        }
        List<Line> categories = period.months().stream()
                .flatMap(month -> Objects.requireNonNull(byCategory.get(month)).keySet().stream())
                .distinct()
                .map(kind -> line(kind.type(), kind.category(), period, month -> at(byCategory, month, kind)))
                .sorted(LARGEST_FIRST)
                .toList();
        return new CategoryAnalysis(period, List.copyOf(wholes), categories);
    }

    private static <K> Map<K, Statistics> sums(List<GroupTotal> groups, Function<GroupTotal, K> by) {
        Map<K, Statistics> sums = new HashMap<>();
        groups.forEach(group -> sums.merge(by.apply(group), group.statistics(), Statistics::plus));
        return sums;
    }

    private static <K> boolean has(Period period, Map<YearMonth, Map<K, Statistics>> months, K key) {
        return period.months().stream()
                .anyMatch(month -> Objects.requireNonNull(months.get(month)).containsKey(key));
    }

    private static <K> Statistics at(Map<YearMonth, Map<K, Statistics>> months, YearMonth month, K key) {
        return Objects.requireNonNull(months.get(month)).getOrDefault(key, Statistics.NONE);
    }

    private static Line line(
            ExpenseType type, @Nullable String category, Period period, Function<YearMonth, Statistics> statistics) {
        List<Point> series = period.months().stream()
                .map(month -> {
                    Money now = statistics.apply(month).sum();
                    return new Point(
                            month,
                            statistics.apply(month),
                            new Trend(
                                    now, statistics.apply(month.minusMonths(1)).sum()),
                            new Trend(now, statistics.apply(month.minusYears(1)).sum()));
                })
                .toList();
        return new Line(
                type,
                category,
                Statistics.sum(series.stream().map(Point::statistics).toList()),
                series);
    }
}
