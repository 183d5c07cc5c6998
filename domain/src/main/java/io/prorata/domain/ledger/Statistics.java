package io.prorata.domain.ledger;

import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a group of rows (formula 11), computed with integers alone.
 *
 * @param count at least one, or zero for the empty group, whose figures are all zero
 * @param min the smallest amount; absent if it was not requested, because finding it takes as long as the sum
 * @param max the largest amount; absent if it was not requested
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f11">Formula 11, statistics</a>
 */
public record Statistics(
        long count,
        Money sum,
        @Nullable Money min,
        @Nullable Money max) {

    /** Refuses impossible figures with an {@link IllegalArgumentException}. */
    public Statistics {
        if (count < 0) {
            throw new IllegalArgumentException("a count is never negative");
        }
        if (min == null != (max == null)) {
            throw new IllegalArgumentException("the smallest and the largest are both known, or neither");
        }
        if (count == 0 && !(sum.isZero() && isZeroIfKnown(min) && isZeroIfKnown(max))) {
            throw new IllegalArgumentException("the sum of no rows is zero");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("the smallest is larger than the largest");
        }
    }

    /** The statistics of no rows. */
    public static final Statistics NONE = new Statistics(0, Money.ZERO, Money.ZERO, Money.ZERO);

    /** Returns the statistics of one row. */
    public static Statistics of(Money single) {
        return new Statistics(1, single, single, single);
    }

    /** Returns statistics without the smallest and the largest amount. */
    public static Statistics summed(long count, Money sum) {
        return count == 0 ? NONE : new Statistics(count, sum, null, null);
    }

    /** Returns the statistics of all rows of {@code groups}. */
    public static Statistics sum(Collection<Statistics> groups) {
        return groups.stream().reduce(NONE, Statistics::plus);
    }

    /**
     * Returns the smallest amount.
     *
     * @throws IllegalStateException if it was not requested
     */
    @Override
    public Money min() {
        return known(min);
    }

    /**
     * Returns the largest amount.
     *
     * @throws IllegalStateException if it was not requested
     */
    @Override
    public Money max() {
        return known(max);
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
        long rows = Math.addExact(count, other.count);
        Money together = sum.plus(other.sum);
        if (min == null || max == null || other.min == null || other.max == null) {
            return summed(rows, together);
        }
        return new Statistics(
                rows,
                together,
                min.compareTo(other.min) <= 0 ? min : other.min,
                max.compareTo(other.max) >= 0 ? max : other.max);
    }

    /** Returns the statistics of the same rows with the other sign. */
    public Statistics negated() {
        return min == null || max == null
                ? summed(count, sum.negated())
                : new Statistics(count, sum.negated(), max.negated(), min.negated());
    }

    private static boolean isZeroIfKnown(@Nullable Money money) {
        return money == null || money.isZero();
    }

    private static Money known(@Nullable Money extreme) {
        if (extreme == null) {
            throw new IllegalStateException("the smallest and the largest were not requested");
        }
        return extreme;
    }
}
