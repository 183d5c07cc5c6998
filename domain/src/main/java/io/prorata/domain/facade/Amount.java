package io.prorata.domain.facade;

import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount with its currency. Arithmetic is exact, and only within one currency.
 *
 * @param money the amount in minor units of the currency
 */
public record Amount(Money money, Currency currency) implements Comparable<Amount> {

    /** Refuses a currency without a minor unit, such as gold, with an {@link IllegalArgumentException}. */
    public Amount {
        // It looks up the number of decimals.
        money.inUnitsOf(currency);
    }

    /**
     * Reads a plain decimal: {@code Amount.of("12.50", "EUR")}.
     *
     * @param decimal with at most the decimals of the currency; more are refused, never rounded
     * @param currency its ISO 4217 code
     * @throws ArithmeticException if there are more decimals, or the amount does not fit
     * @throws IllegalArgumentException if one of the texts is no decimal, or no currency with a minor unit
     */
    public static Amount of(String decimal, String currency) {
        return of(decimal, Currency.getInstance(currency));
    }

    static Amount of(String decimal, Currency currency) {
        BigDecimal read;
        try {
            read = new BigDecimal(decimal);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a decimal: \"" + decimal + "\"", e);
        }
        return new Amount(Money.of(read, currency), currency);
    }

    /** Returns zero in {@code currency}. */
    static Amount zero(Currency currency) {
        return new Amount(Money.ZERO, currency);
    }

    /**
     * Returns the sum of both.
     *
     * @throws IllegalArgumentException if they are of different currencies
     */
    public Amount plus(Amount other) {
        return new Amount(money.plus(other.inThis(currency)), currency);
    }

    /**
     * Returns this amount less {@code other}.
     *
     * @throws IllegalArgumentException if they are of different currencies
     */
    public Amount minus(Amount other) {
        return new Amount(money.minus(other.inThis(currency)), currency);
    }

    /** Returns the same amount with the other sign. */
    public Amount negated() {
        return new Amount(money.negated(), currency);
    }

    /** Returns the amount with exactly the decimals of its currency. */
    public BigDecimal decimal() {
        return money.inUnitsOf(currency);
    }

    /**
     * Compares amounts of one currency.
     *
     * @throws IllegalArgumentException if they are of different currencies
     */
    @Override
    public int compareTo(Amount other) {
        return money.compareTo(other.inThis(currency));
    }

    Money inThis(Currency wanted) {
        if (!currency.equals(wanted)) {
            throw new IllegalArgumentException(
                    "amounts of different currencies: " + currency + " where " + wanted + " is needed");
        }
        return money;
    }

    /** Returns decimal and code: {@code 12.50 EUR}. */
    @Override
    public String toString() {
        return decimal().toPlainString() + " " + currency.getCurrencyCode();
    }
}
