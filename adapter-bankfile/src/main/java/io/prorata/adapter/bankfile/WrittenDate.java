package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.DateFormat;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a written date can mean. The two are the same where it can mean one thing only: ISO dates, months by name.
 *
 * <p>Dates with dots are day first: no country writes the month first with dots. A year of two digits is one of 1970 to 2069. A time of
 * day after the date is passed over, and with it its zone: the day is the one that the bank wrote.
 *
 * @param dayFirst read day first, if it can be
 * @param monthFirst read month first, if it can be
 */
public record WrittenDate(Optional<LocalDate> dayFirst, Optional<LocalDate> monthFirst) {

    private static final WrittenDate NOTHING = new WrittenDate(Optional.empty(), Optional.empty());

    private static final String TIME = "(?:(?:[T,]|\\s)+\\d{1,2}[:.h]\\d{2}.*)?";
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,4})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{2}|\\d{4})" + TIME);
    private static final Pattern DAY_NAME_YEAR =
            Pattern.compile("(\\d{1,2})(?:er)?[-/.\\s]+(\\p{L}+)[-/.,\\s]+(\\d{2}|\\d{4})" + TIME);
    private static final Pattern NAME_DAY_YEAR = Pattern.compile("(\\p{L}+)[.\\s]+(\\d{1,2})[,\\s]+(\\d{4})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{8})(?:\\d{6})?");

    private static final int FIRST_TWO_DIGIT_YEAR = 1970;

    private static final Map<String, Month> MONTHS = months();

    static WrittenDate read(String text) {
        String date = text.strip();
        if (isIso(date)) {
            return one(day(number(date.substring(0, 4)), number(date.substring(5, 7)), number(date.substring(8))));
        }
        Matcher numbers = NUMBERS.matcher(date);
        if (numbers.matches()) {
            return ofNumbers(numbers.group(1), numbers.group(2), numbers.group(3), numbers.group(4));
        }
        Matcher compact = COMPACT.matcher(date);
        if (compact.matches()) {
            return ofDigits(compact.group(1));
        }
        Matcher dayFirst = DAY_NAME_YEAR.matcher(date);
        if (dayFirst.matches()) {
            return named(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        Matcher nameFirst = NAME_DAY_YEAR.matcher(date);
        return nameFirst.matches() ? named(nameFirst.group(3), nameFirst.group(1), nameFirst.group(2)) : NOTHING;
    }

    /** Returns the date that {@code text} is in {@code format}; empty if it is none. */
    public static Optional<LocalDate> read(String text, DateFormat format) {
        return switch (format) {
            case DateFormat.Order.DAY_FIRST -> read(text).dayFirst();
            case DateFormat.Order.MONTH_FIRST -> read(text).monthFirst();
            case DateFormat.Pattern pattern -> exactly(text, pattern);
        };
    }

    private static Optional<LocalDate> exactly(String text, DateFormat.Pattern pattern) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), pattern.formatter()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The way most files write it, told without ado. */
    private static boolean isIso(String date) {
        if (date.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            boolean dash = i == 4 || i == 7;
            char c = date.charAt(i);
            boolean right = dash ? c == '-' : c >= '0' && c <= '9';
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static WrittenDate ofNumbers(String first, String separator, String second, String third) {
        if (first.length() == 4) {
            return third.length() == 2 ? one(day(number(first), number(second), number(third))) : NOTHING;
        }
        if (first.length() == 3) {
            return NOTHING;
        }
        int year = year(third);
        Optional<LocalDate> dayFirst = day(year, number(second), number(first));
        return separator.equals(".")
                ? one(dayFirst)
                : new WrittenDate(dayFirst, day(year, number(first), number(second)));
    }

    /** Eight digits begin or end with their year; a year of this age cannot be the month and day of the other reading. */
    private static WrittenDate ofDigits(String digits) {
        int head = number(digits.substring(0, 4));
        int tail = number(digits.substring(4));
        if (head >= 1900) {
            Optional<LocalDate> yearFirst = day(head, tail / 100, tail % 100);
            if (yearFirst.isPresent()) {
                return one(yearFirst);
            }
        }
        return tail >= 1900
                ? new WrittenDate(day(tail, head % 100, head / 100), day(tail, head / 100, head % 100))
                : NOTHING;
    }

    private static WrittenDate named(String year, String month, String day) {
        Month named = MONTHS.get(fold(month));
        return named == null ? NOTHING : one(day(year(year), named.getValue(), number(day)));
    }

    private static WrittenDate one(Optional<LocalDate> date) {
        return new WrittenDate(date, date);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(String digits) {
        int year = number(digits);
        if (digits.length() == 4) {
            return year;
        }
        int century = FIRST_TWO_DIGIT_YEAR / 100 * 100;
        return year >= FIRST_TWO_DIGIT_YEAR % 100 ? century + year : century + 100 + year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Names and abbreviations in the languages whose headers are known; a name that means two months means none. */
    private static Map<String, Month> months() {
        Map<String, Month> months = new HashMap<>();
        for (String language : List.of("fr", "en", "de", "es", "nl", "it", "pt")) {
            Locale locale = Locale.of(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
                    months.putIfAbsent(fold(month.getDisplayName(style, locale)), month);
                }
            }
        }
        return Map.copyOf(months);
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
