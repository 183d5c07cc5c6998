package io.prorata.adapter.web.page.frame;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How long bars are: whole units of a drawing, from amounts as text. */
public final class Bars {

    private Bars() {}

    /** Returns {@code amount} as a part of {@code largest} drawn {@code length} long; nothing for what is below zero. */
    public static int length(String amount, String largest, int length) {
        var part = new BigDecimal(amount);
        var whole = new BigDecimal(largest);
        return part.signum() <= 0 || whole.signum() <= 0
                ? 0
                : part.multiply(BigDecimal.valueOf(length))
                        .divide(whole, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    /** Returns the larger of two amounts. */
    public static String larger(String one, String other) {
        return new BigDecimal(one).compareTo(new BigDecimal(other)) >= 0 ? one : other;
    }

    /** Returns whether {@code amount} is above zero. */
    public static boolean isPositive(String amount) {
        return new BigDecimal(amount).signum() > 0;
    }

    /** Returns the sum of amounts, for the height of a drawing. */
    public static String sum(String... amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String amount : amounts) {
            sum = sum.add(new BigDecimal(amount).max(BigDecimal.ZERO));
        }
        return sum.toPlainString();
    }
}
