package io.prorata.adapter.web.json;

import java.math.BigDecimal;

/**
 * A decimal as a request wrote it: it stays text until the currency is known, or whatever else says how many decimals it may have.
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
