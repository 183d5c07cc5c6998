package io.prorata.adapter.web.json;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.Shares;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Amounts of one currency, between decimal text and minor units; nothing is rounded.
 *
 * <p>There is one way to write an amount, in bodies and in parameters: digits, a minus before them, a dot before the decimals, no
 * separators of thousands and no exponent. Zeros after the currency's last decimal change nothing and are read, because many programs
 * write the number 1000 as {@code 1000.0}; any other digit there is refused.
 */
public record AmountText(Currency currency) {

    /** The form of amounts and decimals, for error messages. */
    public static final String FORM =
            "a decimal is written with digits and at most one dot, without exponent or separators of thousands:"
                    + " -1042.10";

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** The maximum length, more than any amount needs. */
    private static final int LONGEST = 64;

    /** Returns {@code amount} with exactly the currency's decimals: {@code "1234.50"}. */
    public String text(Money amount) {
        return amount.inUnitsOf(currency).toPlainString();
    }

    public static boolean isDecimal(String text) {
        return text.length() <= LONGEST && DECIMAL.matcher(text).matches();
    }

    /** Returns the share of each of {@code members} by name, in member order. */
    public Map<String, String> shares(List<?> members, Shares shares) {
        Map<String, String> byMember = new LinkedHashMap<>();
        for (int m = 0; m < members.size(); m++) {
            byMember.put(members.get(m).toString(), text(shares.of(m)));
        }
        return byMember;
    }

    /** @throws IllegalArgumentException if it has more decimals than the currency, or is out of bounds */
    public Money of(DecimalText decimal) {
        return of(decimal.value());
    }

    /** Returns {@code amount} as a request might have written it. */
    public DecimalText decimal(Money amount) {
        return DecimalText.of(amount.inUnitsOf(currency));
    }

    /**
     * Reads what {@link #isDecimal}.
     *
     * @throws IllegalArgumentException if it has more decimals than the currency, or is out of bounds
     */
    public Money of(String text) {
        return of(new BigDecimal(text));
    }

    private Money of(BigDecimal decimal) {
        int decimals = currency.getDefaultFractionDigits();
        if (decimal.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException("an amount in " + currency + " has at most " + decimals + " decimals");
        }
        // Checked before the conversion to long, which 10^30 would overflow.
        if (decimal.abs().compareTo(Money.LARGEST.inUnitsOf(currency)) > 0) {
            throw new IllegalArgumentException(
                    "an amount is at most " + Money.LARGEST.inUnitsOf(currency).toPlainString());
        }
        return Money.of(decimal, currency);
    }
}
