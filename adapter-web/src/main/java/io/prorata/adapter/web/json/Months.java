package io.prorata.adapter.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Months {@code YYYY-MM} and dates {@code YYYY-MM-DD}, from 1900 to 9999; other forms are refused. */
public final class Months {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
    private static final int FIRST_YEAR = 1900;

    private Months() {}

    /** @throws IllegalArgumentException if {@code text} is no month */
    public static YearMonth month(String text) {
        YearMonth month = parsed(text, MONTH, YearMonth::parse, "a month is written YYYY-MM");
        if (month.getYear() < FIRST_YEAR) {
            throw new IllegalArgumentException("a month lies between 1900-01 and 9999-12");
        }
        return month;
    }

    /** @throws IllegalArgumentException if {@code text} is no date */
    public static LocalDate date(String text) {
        LocalDate date = parsed(text, DATE, LocalDate::parse, "a date is written YYYY-MM-DD");
        if (date.getYear() < FIRST_YEAR) {
            throw new IllegalArgumentException("a date lies between 1900-01-01 and 9999-12-31");
        }
        return date;
    }

    /** @throws IllegalArgumentException if {@code text} is no moment in UTC, to the second: {@code 2024-01-31T12:00:00Z} */
    public static Instant instant(String text) {
        return parsed(text, INSTANT, Instant::parse, "a moment is written YYYY-MM-DDThh:mm:ssZ");
    }

    /** Returns {@code months} as they are written, in their order. */
    public static List<String> texts(Collection<YearMonth> months) {
        return months.stream().map(YearMonth::toString).toList();
    }

    private static <T> T parsed(String text, Pattern form, Function<String, T> parse, String rule) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(rule);
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(rule + "; there is no " + text, e);
        }
    }
}
