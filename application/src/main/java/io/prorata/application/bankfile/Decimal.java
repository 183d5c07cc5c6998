package io.prorata.application.bankfile;

import java.util.Locale;

/** What stands before the decimals of an amount. The other of the two, if it is there, separates thousands. */
public enum Decimal {
    POINT,
    COMMA;

    /** @throws IllegalArgumentException if {@code text} is neither */
    public static Decimal parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "point", "dot", "." -> POINT;
            case "comma", "," -> COMMA;
            default -> throw new IllegalArgumentException("neither comma nor point");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
