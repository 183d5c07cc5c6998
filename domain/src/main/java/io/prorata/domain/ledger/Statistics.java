package io.prorata.domain.ledger;

import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * What a group of rows adds up to (formula 11), from integers alone.
 *
 * @param count at least one, or zero for the empty group, whose figures are all zero
 */
public record Statistics(long count, Money sum, Money min, Money max) {
    /** Refuses figures that no rows have with an {@link IllegalArgumentException}. */
    public Statistics {
        if (count < 0) {
            throw new IllegalArgumentException("a count is never negative");
        }
        if (count == 0 && !(sum.isZero() && min.isZero() && max.isZero())) {
            throw new IllegalArgumentException("no rows add up to nothing");
        }
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException("the smallest is larger than the largest");
        }
    }

    /** Of no rows. */
    public static final Statistics NONE = new Statistics(0, Money.ZERO, Money.ZERO, Money.ZERO);

    /** Returns the statistics of one row. */
    public static Statistics of(Money single) {
        return new Statistics(1, single, single, single);
    }

    /** Returns the statistics of all rows of {@code groups}. */
    public static Statistics sum(Collection<Statistics> groups) {
        return groups.stream().reduce(NONE, Statistics::plus);
    }

    /** Returns the mean, rounded half up to the minor unit; zero for the empty group. */
    public Money mean() {
        return count == 0
                ? Money.ZERO
                : new Money(BigDecimal.valueOf(sum.minor())
                        .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** Returns the statistics of the rows of both. */
    public Statistics plus(Statistics other) {
        if (count == 0) {
            return other;
        }
        if (other.count == 0) {
            return this;
        }
        return new Statistics(
                Math.addExact(count, other.count),
                sum.plus(other.sum),
                min.compareTo(other.min) <= 0 ? min : other.min,
                max.compareTo(other.max) >= 0 ? max : other.max);
    }

    /** Returns the statistics of the same rows with every sign turned. */
    public Statistics negated() {
        return new Statistics(count, sum.negated(), max.negated(), min.negated());
    }
}
