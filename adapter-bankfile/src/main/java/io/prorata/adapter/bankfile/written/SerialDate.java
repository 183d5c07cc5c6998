package io.prorata.adapter.bankfile.written;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates that are counted instead of written: days since the beginning of 1900 as spreadsheets count them, and seconds or milliseconds
 * since the beginning of 1970. The latter are a moment, whose day is that in UTC.
 */
final class SerialDate {

    private static final Pattern DAYS = Pattern.compile("([2-6]\\d{4})(?:[.,]\\d+)?");
    private static final Pattern SECONDS = Pattern.compile("(1\\d{9}|[3-9]\\d{8})(?:\\d{3})?(?:\\.\\d+)?");

    /** The day that a spreadsheet calls zero, by its count of a 29th of February in 1900. */
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private SerialDate() {}

    static Optional<LocalDate> read(String text) {
        if (text.length() < 5 || !Character.isDigit(text.charAt(2)) || !Character.isDigit(text.charAt(4))) {
            // The common case: written dates.
            return Optional.empty();
        }
        Matcher days = DAYS.matcher(text);
        if (days.matches()) {
            return Optional.of(ZERO.plusDays(Integer.parseInt(days.group(1))));
        }
        return isMoment(text)
                ? Optional.of(LocalDate.ofInstant(
                        Instant.ofEpochSecond(
                                Long.parseLong(SECONDS.matcher(text).replaceFirst("$1"))),
                        ZoneOffset.UTC))
                : Optional.empty();
    }

    /** Whether {@code text} counts seconds or milliseconds. */
    static boolean isMoment(String text) {
        return SECONDS.matcher(text).matches();
    }
}
