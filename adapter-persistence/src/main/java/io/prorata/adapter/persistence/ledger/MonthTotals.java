package io.prorata.adapter.persistence.ledger;

import io.prorata.adapter.persistence.digest.CheckValue;
import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * The sums of rows that are not excluded, by month and classification, or a change of them.
 *
 * @param months by month, and in it by the number of the classification; no total is empty
 */
public record MonthTotals(Map<YearMonth, Map<Long, Total>> months) {

    /**
     * A count and a sum, in minor units.
     *
     * @param rows negative for removed rows
     */
    public record Total(long rows, long sum) {

        static final Total NONE = new Total(0, 0);

        Total plus(Total other) {
            return new Total(
                    Math.addExact(rows, other.rows),
                    new Money(sum).plus(new Money(other.sum)).minor());
        }

        Total negated() {
            return new Total(-rows, new Money(sum).negated().minor());
        }
    }

    public MonthTotals() {
        this(new HashMap<>());
    }

    /** Adds to one group. */
    public void add(YearMonth month, long classification, Total total) {
        months.computeIfAbsent(month, any -> new HashMap<>()).merge(classification, total, Total::plus);
    }

    /** Adds the groups of {@code other}. */
    public void add(MonthTotals other) {
        other.months.forEach(
                (month, groups) -> groups.forEach((classification, total) -> add(month, classification, total)));
    }

    /** Subtracts the groups of {@code other}. */
    public void subtract(MonthTotals other) {
        other.months.forEach((month, groups) ->
                groups.forEach((classification, total) -> add(month, classification, total.negated())));
    }

    /**
     * Returns the check value of the groups of one month: of each group, independent of their order, of their number, and of the version of
     * the code.
     */
    public static long check(long household, YearMonth month, long code, Map<Long, Total> groups) {
        long number = month.getYear() * 12L + month.getMonthValue();
        long value = CheckValue.of(household, number, code, groups.size());
        for (Map.Entry<Long, Total> group : groups.entrySet()) {
            value += CheckValue.of(
                    household,
                    number,
                    group.getKey(),
                    group.getValue().rows(),
                    group.getValue().sum());
        }
        return value;
    }
}
