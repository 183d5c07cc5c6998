package io.prorata.bootstrap.terminal;

import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as a person reads them: {@code 1 234.50}. */
public final class AmountFormat {

    private static final int GROUP = 3;

    private AmountFormat() {}

    /** Returns {@code amount} with exactly the decimals of {@code currency}, thousands apart. */
    public static String text(Money amount, Currency currency) {
        return text(amount.inUnitsOf(currency));
    }

    /** Returns {@code amount} with its decimals, thousands apart. */
    public static String text(BigDecimal amount) {
        String plain = amount.abs().toPlainString();
        int point = plain.indexOf('.');
        var text = new StringBuilder(plain);
        for (int i = (point < 0 ? plain.length() : point) - GROUP; i > 0; i -= GROUP) {
            text.insert(i, ' ');
        }
        return (amount.signum() < 0 ? "-" : "") + text;
    }
}
