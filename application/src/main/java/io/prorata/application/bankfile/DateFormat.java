package io.prorata.application.bankfile;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** How the dates of a column are to be read. A date that begins with a year of four digits is read year first by any order. */
public sealed interface DateFormat {

    /** Returns the date that {@code text} is; empty if it is none. */
    Optional<LocalDate> read(String text);

    /** Which of day, month and a year of two digits comes first. */
    enum Order implements DateFormat {
        DAY_FIRST,
        MONTH_FIRST,
        YEAR_FIRST;

        @Override
        public Optional<LocalDate> read(String text) {
            return WrittenDate.read(text).in(this);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Exactly as a pattern of {@link DateTimeFormatter} says, month names in English; a time of day behind it is passed over. */
    record Pattern(String pattern, DateTimeFormatter formatter) implements DateFormat {
        @Override
        public Optional<LocalDate> read(String text) {
            String date = PlainText.of(text);
            var position = new ParsePosition(0);
            try {
                LocalDate read = LocalDate.from(formatter.parse(date, position));
                String rest = date.substring(position.getIndex());
                return rest.isEmpty() || rest.startsWith("T") || rest.startsWith(" ")
                        ? Optional.of(read)
                        : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

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
