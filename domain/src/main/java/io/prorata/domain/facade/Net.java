package io.prorata.domain.facade;

import io.prorata.domain.income.Income;
import io.prorata.domain.money.Rate;
import java.math.BigDecimal;

/**
 * Gross, tax and net of an income: net plus tax is gross (formula 1).
 *
 * @param gross the amount to which the rate applies
 * @param tax rounded half up to the minor unit
 * @param net the rest
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f1">Formula 1, net income</a>
 */
public record Net(Amount gross, Amount tax, Amount net) {

    /**
     * Deducts a flat rate from an income: {@code Net.of(Amount.of("3000.00", "EUR"), "15")} leaves 2 550.00.
     *
     * @param percent the tax rate, from 0 to 100 with at most four decimals
     * @throws IllegalArgumentException if the gross is negative, or the rate is invalid
     */
    public static Net of(Amount gross, String percent) {
        Income income = Income.taxed(gross.money(), rate(percent));
        return new Net(gross, new Amount(income.tax(), gross.currency()), new Amount(income.net(), gross.currency()));
    }

    static Rate rate(String percent) {
        try {
            return Rate.ofPercent(new BigDecimal(percent));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a percentage: \"" + percent + "\"", e);
        }
    }

    /** Returns the calculation: {@code 3000.00 EUR - 450.00 EUR = 2550.00 EUR}. */
    @Override
    public String toString() {
        return gross + " - " + tax + " = " + net;
    }
}
