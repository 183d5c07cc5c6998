package io.prorata.application.formula;

import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Figures by month and name, for comparison. */
final class Figures {

    private final SortedMap<String, Long> byName = new TreeMap<>();

    void put(YearMonth month, String name, Money amount) {
        byName.put(month + " " + name, amount.minor());
    }

    void add(YearMonth month, String name, Money amount) {
        byName.merge(month + " " + name, amount.minor(), Math::addExact);
    }

    /** Count and sum of a group of rows. */
    void counted(YearMonth month, String name, long count, Money sum) {
        byName.put(month + " " + name + ", count", count);
        put(month, name + ", sum", sum);
    }

    /** One more row of a group: its count, sum, smallest and largest amount (formula 11). */
    void row(YearMonth month, String name, Money amount) {
        byName.merge(month + " " + name + ", count", 1L, Math::addExact);
        add(month, name + ", sum", amount);
        byName.merge(month + " " + name + ", min", amount.minor(), Math::min);
        byName.merge(month + " " + name + ", max", amount.minor(), Math::max);
    }

    /** A group of rows, or of none. */
    void rows(YearMonth month, String name, Collection<Money> amounts) {
        counted(month, name, 0, Money.ZERO);
        amounts.forEach(amount -> row(month, name, amount));
    }

    void statistics(YearMonth month, String name, Statistics statistics) {
        counted(month, name, statistics.count(), statistics.sum());
        if (statistics.count() > 0) {
            put(month, name + ", min", statistics.min());
            put(month, name + ", max", statistics.max());
        }
    }

    SortedMap<String, Long> byName() {
        return byName;
    }
}
