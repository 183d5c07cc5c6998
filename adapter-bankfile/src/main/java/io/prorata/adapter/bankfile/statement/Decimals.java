package io.prorata.adapter.bankfile.statement;

import java.math.BigDecimal;
import java.util.Optional;

/** Amounts of formats that lay down how they are written: a sign, digits, and a point or a comma before the decimals. */
public final class Decimals {

    private static final int LONGEST = 40;

    private Decimals() {}

    /**
     * Returns the amount that {@code text} is; empty if it is none.
     *
     * <p>These formats have no thousands, so that a single mark stands before decimals: {@code 1.234} is one and a bit. Files that have
     * thousands all the same are understood where both marks are there, or one of them several times.
     */
    public static Optional<BigDecimal> read(String text) {
        String amount = text.strip();
        if (amount.isEmpty() || amount.length() > LONGEST) {
            return Optional.empty();
        }
        int from = isSign(amount.charAt(0)) ? 1 : 0;
        boolean negative = from == 1 && amount.charAt(0) != '+';
        String digits = amount.substring(from).strip();
        int mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (mark >= 0 && digits.indexOf(digits.charAt(mark)) != mark) {
            // The same mark twice: thousands, and no decimals.
            mark = -1;
        }
        String whole = mark < 0 ? digits : digits.substring(0, mark);
        String decimals = mark < 0 ? "" : digits.substring(mark + 1);
        Optional<String> plain = ungrouped(whole);
        if (plain.isEmpty() || !isNumber(decimals) || plain.get().length() + decimals.length() == 0) {
            return Optional.empty();
        }
        var value = new BigDecimal((negative ? "-0" : "0") + plain.get() + (decimals.isEmpty() ? "" : "." + decimals));
        return Optional.of(value);
    }

    /** Returns the digits of {@code whole} without marks of thousands, if those stand where they should. */
    private static Optional<String> ungrouped(String whole) {
        if (isNumber(whole)) {
            return Optional.of(whole);
        }
        return whole.matches("\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:'\\d{3})+|\\d{1,3}(?: \\d{3})+")
                ? Optional.of(whole.replaceAll("[.,' ]", ""))
                : Optional.empty();
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+' || c == '\u2212';
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
