package io.prorata.application.bankfile;

import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** How the dates of a column are to be read. A date that begins with a year of four digits is read year first by any order. */
public sealed interface DateFormat {

    /** Which of day, month and a year of two digits comes first. */
    enum Order implements DateFormat {
        DAY_FIRST,
        MONTH_FIRST,
        YEAR_FIRST;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Exactly as a pattern of {@link DateTimeFormatter} says, month names in English; a time of day behind it is passed over. */
    record Pattern(String pattern, DateTimeFormatter formatter) implements DateFormat {
        @Override
        public String toString() {
            return pattern;
        }
    }

    /** @throws IllegalArgumentException if {@code text} is neither an order nor a pattern with day, month and year */
    static DateFormat parse(String text) {
        for (Order order : Order.values()) {
            if (order.toString().equalsIgnoreCase(text.strip())) {
                return order;
            }
        }
        if (!text.contains("d") || !text.contains("M") || !text.contains("y")) {
            throw new IllegalArgumentException("not a date pattern");
        }
        // A strict reading wants the year without its era, which is u; people write y.
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(text.strip().replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        return new Pattern(text.strip(), formatter);
    }
}
