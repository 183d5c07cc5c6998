package io.prorata.adapter.bankfile.written;

import io.prorata.application.bankfile.Quoted;
import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Converts written amounts to minor units, exactly or not at all. */
public final class MinorUnits {

    private static final int MOST_DIGITS = 15;

    /** The maximum number of decimals that a person writes; remainders of binary fractions have more. */
    private static final int MOST_WRITTEN_DECIMALS = 6;

    private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");

    private MinorUnits() {}

    /** @throws LineRefusedException if {@code amount} has more decimals than the currency, or more digits than any amount */
    public static Money of(BigDecimal amount, Currency currency) throws LineRefusedException {
        BigDecimal exact =
                withoutDust(amount, currency.getDefaultFractionDigits()).stripTrailingZeros();
        if (exact.scale() > currency.getDefaultFractionDigits()) {
            throw new LineRefusedException(
                    "the amount " + amount.toPlainString() + " has more decimals than " + currency);
        }
        if (amount.precision() - amount.scale() > MOST_DIGITS) {
            throw new LineRefusedException("the amount is too large: " + Quoted.of(amount.toPlainString()));
        }
        return Money.of(exact, currency);
    }

    /** Returns {@code amount} without the remainder of a binary fraction, if it is less than a millionth. */
    public static BigDecimal withoutDust(BigDecimal amount, int decimals) {
        if (amount.scale() <= MOST_WRITTEN_DECIMALS) {
            return amount;
        }
        BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_EVEN);
        boolean dust = amount.subtract(rounded).abs().compareTo(MILLIONTH) < 0;
        return dust && rounded.signum() != 0 ? rounded : amount;
    }
}
