package io.prorata.adapter.web.json;

import java.math.BigDecimal;

/**
 * A decimal of a request as text, until its number of decimals is known, for example from the currency.
 *
 * @param digits as {@link AmountText#isDecimal} has it
 */
public record DecimalText(String digits) {

    /** Returns {@code decimal} as a request might have written it. */
    public static DecimalText of(BigDecimal decimal) {
        return new DecimalText(decimal.toPlainString());
    }

    public BigDecimal value() {
        return new BigDecimal(digits);
    }
}
