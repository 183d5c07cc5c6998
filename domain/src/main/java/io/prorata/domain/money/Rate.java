package io.prorata.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of something, in parts per million: {@code new Rate(125_000)} is 12.5 %.
 *
 * @param ppm from 0 to 1 000 000
 */
public record Rate(int ppm) {

    /** Refuses rates outside 0 to 100 percent with an {@link IllegalArgumentException}. */
    public Rate {
        if (ppm < 0 || ppm > 1_000_000) {
            throw new IllegalArgumentException("a rate lies between 0 and 100 percent");
        }
    }

    /**
     * Reads a percentage such as {@code 12.5}.
     *
     * @throws IllegalArgumentException if it has more than four decimals or lies outside 0 to 100
     */
    public static Rate ofPercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("a rate lies between 0 and 100 percent");
        }
        BigDecimal ppm = percent.movePointRight(4).stripTrailingZeros();
        if (ppm.scale() > 0) {
            throw new IllegalArgumentException("a rate has at most four decimals of a percent");
        }
        return new Rate(ppm.intValueExact());
    }

    /** Returns this rate as a percentage without trailing zeros: {@code 12.5}. */
    public BigDecimal inPercent() {
        BigDecimal percent = BigDecimal.valueOf(ppm, 4).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /**
     * Returns this share of {@code whole}, rounded half up to the minor unit (formulas 1 and 5).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f1">Formula 1, net income</a>
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f5">Formula 5, monthly amount of a
     *     provision</a>
     */
    public Money of(Money whole) {
        return new Money(BigDecimal.valueOf(whole.minor())
                .multiply(BigDecimal.valueOf(ppm, 6))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** Returns the percentage: {@code 12.5 %}. */
    @Override
    public String toString() {
        return inPercent().toPlainString() + " %";
    }
}
