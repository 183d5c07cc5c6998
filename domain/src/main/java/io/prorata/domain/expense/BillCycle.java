package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How often a bill recurs, and its part in one month (formulas 4 and 19). A part is the difference of two rounded running sums, so that the
 * parts of a whole cycle add up to its bills exactly.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f4">Formula 4, monthly part of a bill</a>
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f19">Formula 19, bills of any cycle</a>
 */
public sealed interface BillCycle {

    /** Returns the number of months after which the parts repeat. */
    int months();

    /**
     * Returns the sum of the parts of the first {@code elapsed} months of a cycle, rounded half up.
     *
     * @param elapsed 0 to {@link #months()}
     */
    Money upTo(Money amount, long elapsed);

    /**
     * Returns the part of a bill of {@code amount} in one month.
     *
     * @param k months since the first, zero or more
     * @throws IllegalArgumentException if {@code k} is negative
     */
    default Money partOf(Money amount, long k) {
        if (k < 0) {
            throw new IllegalArgumentException("a bill has no part before its first month");
        }
        long inCycle = k % months();
        return upTo(amount, inCycle + 1).minus(upTo(amount, inCycle));
    }

    /**
     * A bill every few months.
     *
     * @param months 1 to 60
     */
    record EveryMonths(int months) implements BillCycle {
        /** Refuses other numbers of months with an {@link IllegalArgumentException}. */
        public EveryMonths {
            if (months < 1 || months > 60) {
                throw new IllegalArgumentException("a bill comes every 1 to 60 months");
            }
        }

        @Override
        public Money upTo(Money amount, long elapsed) {
            return rounded(amount, elapsed, months);
        }
    }

    /**
     * A bill every few weeks; a year has 52.
     *
     * @param weeks 1 to 52
     */
    record EveryWeeks(int weeks) implements BillCycle {
        /** Refuses other numbers of weeks with an {@link IllegalArgumentException}. */
        public EveryWeeks {
            if (weeks < 1 || weeks > 52) {
                throw new IllegalArgumentException("a bill comes every 1 to 52 weeks");
            }
        }

        @Override
        public int months() {
            return 12;
        }

        @Override
        public Money upTo(Money amount, long elapsed) {
            return rounded(amount, 52 * elapsed, 12L * weeks);
        }
    }

    private static Money rounded(Money amount, long numerator, long denominator) {
        return new Money(BigDecimal.valueOf(amount.minor())
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
