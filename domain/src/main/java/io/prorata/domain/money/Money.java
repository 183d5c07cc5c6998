package io.prorata.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Currency;
import java.util.function.LongBinaryOperator;

/**
 * An amount in the household's currency, counted in minor units: {@code new Money(1050)} is 10.50 EUR.
 *
 * <p>Arithmetic is exact: nothing here rounds, and overflow throws {@link SumOverflowException} rather than wrapping.
 *
 * @param minor the amount in minor units, of either sign
 */
public record Money(long minor) implements Comparable<Money> {

    /** Zero. */
    public static final Money ZERO = new Money(0);

    /** The largest single amount a household may state, 10^13 minor units: sums of many still fit a {@code long}. */
    public static final Money LARGEST = new Money(10_000_000_000_000L);

    /** Before the decimal point; a {@code long} has nineteen digits. */
    private static final int MOST_DIGITS = 19;

    /**
     * Reads a plain decimal such as {@code -42.10}. Zeros after the currency's last decimal are no decimals.
     *
     * @throws ArithmeticException if {@code decimal} has more decimals than {@code currency}, or does not fit
     * @throws IllegalArgumentException if {@code currency} has no minor unit to count in, such as gold
     */
    public static Money of(BigDecimal decimal, Currency currency) {
        BigDecimal plain = decimal.stripTrailingZeros();
        // Checked before the scale is set: 1E+1000000000 would be written out in full.
        if (plain.precision() - (long) plain.scale() > MOST_DIGITS) {
            throw new ArithmeticException("the amount is too large");
        }
        int digits = digitsOf(currency);
        if (plain.scale() > digits) {
            throw new ArithmeticException(currency + " has " + digits + " decimals, and the amount has more");
        }
        return new Money(
                plain.setScale(digits, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    /** Returns the sum of {@code amounts}; zero if there are none. */
    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    /** Returns this amount in units of {@code currency}, with exactly its decimals: {@code 10.50}. */
    public BigDecimal inUnitsOf(Currency currency) {
        return BigDecimal.valueOf(minor, digitsOf(currency));
    }

    private static int digitsOf(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit to count in");
        }
        return digits;
    }

    /** Returns the sum of both. */
    public Money plus(Money other) {
        return exact(Math::addExact, minor, other.minor);
    }

    /** Returns this amount less {@code other}. */
    public Money minus(Money other) {
        return exact(Math::subtractExact, minor, other.minor);
    }

    /** Returns the same amount with the other sign. */
    public Money negated() {
        return ZERO.minus(this);
    }

    private static Money exact(LongBinaryOperator operation, long one, long other) {
        try {
            return new Money(operation.applyAsLong(one, other));
        } catch (ArithmeticException e) {
            throw new SumOverflowException(e);
        }
    }

    /** Returns whether this is less than zero. */
    public boolean isNegative() {
        return minor < 0;
    }

    /** Returns whether this is zero. */
    public boolean isZero() {
        return minor == 0;
    }

    /**
     * Returns this amount if a household may state it: at most {@link #LARGEST} of either sign.
     *
     * @throws IllegalArgumentException if it is larger
     */
    public Money withinBounds() {
        if (minor > LARGEST.minor || minor < -LARGEST.minor) {
            throw new IllegalArgumentException("an amount is at most " + LARGEST.minor + " minor units, not " + minor);
        }
        return this;
    }

    /**
     * Returns this amount if it may be stated and is not negative.
     *
     * @throws IllegalArgumentException if it is negative or too large
     */
    public Money notNegative() {
        if (minor < 0) {
            throw new IllegalArgumentException("this amount cannot be negative");
        }
        return withinBounds();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }

    /** Returns the minor units, since an amount has no currency: {@code 1050 minor units}. */
    @Override
    public String toString() {
        return minor + " minor units";
    }
}
