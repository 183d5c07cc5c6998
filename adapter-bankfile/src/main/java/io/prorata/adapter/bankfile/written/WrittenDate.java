package io.prorata.adapter.bankfile.written;

import io.prorata.adapter.bankfile.text.PlainText;
import io.prorata.application.bankfile.DateFormat;
import java.text.Normalizer;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a written date can mean. The three are the same where it can mean one thing only: ISO dates, months by name.
 *
 * <p>A year of two digits is one of 1970 to 2069. A time of day after the date is passed over, and with it its zone: the day is the one
 * that the bank wrote.
 *
 * @param dayFirst read day first, if it can be
 * @param monthFirst read month first, if it can be
 * @param yearFirst read with a year of two digits first, if it can be
 * @param usual the order in which it is written unless others of the column say otherwise: dates with dots are day first
 */
public record WrittenDate(
        Optional<LocalDate> dayFirst,
        Optional<LocalDate> monthFirst,
        Optional<LocalDate> yearFirst,
        Optional<DateFormat.Order> usual) {

    private static final WrittenDate NOTHING =
            new WrittenDate(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String TIME = "(?:(?:[T,]|\\s)+\\d{1,2}[:.h]\\d{2}.*|T\\d{4,6}.*|Z|[+-]\\d{2}:\\d{2}|\\.)?";
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{1,4})" + TIME);
    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(\\d{1,2})(?:er|st|nd|rd|th)?[-/.\\s]*(?:de\\s+)?(\\p{L}+)[-/.,\\s]*(?:de\\s+)?(\\d{2}|\\d{4})" + TIME);
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(\\p{L}+)[-.\\s]+(\\d{1,2})(?:st|nd|rd|th)?[-,\\s]+(\\d{4})" + TIME);
    private static final Pattern YEAR_NAME_DAY =
            Pattern.compile("(\\d{4})[-/.\\s]+(\\p{L}+)[-/.\\s]+(\\d{1,2})" + TIME);
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{8})(?:[T ]?\\d{4}(?:\\d{2})?(?:\\.\\d+)?(?:Z|\\[.*])?)?");
    private static final Pattern SHORT = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern EAST_ASIAN = Pattern.compile("(\\d{4})[年년]\\s?(\\d{1,2})[月월]\\s?(\\d{1,2})[日일].*");
    private static final Pattern WEEKDAY = Pattern.compile("\\p{L}{2,12}[.,]{0,2}\\s+(?=\\d|\\p{L})(.*)");

    private static final int FIRST_TWO_DIGIT_YEAR = 1970;

    private static final Map<String, Month> MONTHS = months();

    /** Reads a date in every order that it can be written in; no reading is present if it is none. */
    public static WrittenDate read(String text) {
        String date = text;
        if (isIso(date)) {
            return one(day(number(date.substring(0, 4)), number(date.substring(5, 7)), number(date.substring(8))));
        }
        date = PlainText.of(text);
        Matcher numbers = NUMBERS.matcher(date);
        if (numbers.matches()) {
            return ofNumbers(numbers.group(1), numbers.group(2), numbers.group(3), numbers.group(4));
        }
        Matcher compact = COMPACT.matcher(date);
        if (compact.matches()) {
            return ofDigits(compact.group(1));
        }
        Matcher shortest = SHORT.matcher(date);
        if (shortest.matches()) {
            return ofNumbers(shortest.group(1), "", shortest.group(2), shortest.group(3));
        }
        Matcher asian = EAST_ASIAN.matcher(date);
        if (asian.matches()) {
            return one(day(number(asian.group(1)), number(asian.group(2)), number(asian.group(3))));
        }
        Optional<LocalDate> serial = SerialDate.read(date);
        if (serial.isPresent()) {
            return one(serial);
        }
        return ofName(date);
    }

    private static WrittenDate ofName(String date) {
        Matcher dayFirst = DAY_NAME_YEAR.matcher(date);
        if (dayFirst.matches()) {
            return named(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        Matcher nameFirst = NAME_DAY_YEAR.matcher(date);
        if (nameFirst.matches()) {
            return named(nameFirst.group(3), nameFirst.group(1), nameFirst.group(2));
        }
        Matcher yearFirst = YEAR_NAME_DAY.matcher(date);
        if (yearFirst.matches()) {
            return named(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher weekday = WEEKDAY.matcher(date);
        return weekday.matches() ? read(weekday.group(1)) : NOTHING;
    }

    /** Returns the date that {@code text} is in {@code format}; empty if it is none. */
    public static Optional<LocalDate> read(String text, DateFormat format) {
        return switch (format) {
            case DateFormat.Order order -> read(text).in(order);
            case DateFormat.Pattern pattern -> exactly(text, pattern);
        };
    }

    private static Optional<LocalDate> exactly(String text, DateFormat.Pattern pattern) {
        String date = PlainText.of(text);
        var position = new ParsePosition(0);
        try {
            LocalDate read = LocalDate.from(pattern.formatter().parse(date, position));
            String rest = date.substring(position.getIndex());
            return rest.isEmpty() || rest.startsWith("T") || rest.startsWith(" ")
                    ? Optional.of(read)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The most common form. */
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
            return third.length() <= 2 ? one(day(number(first), number(second), number(third))) : NOTHING;
        }
        if (first.length() == 3 || third.length() == 3) {
            return NOTHING;
        }
        Optional<LocalDate> yearFirst = first.length() == 2 && third.length() <= 2
                ? day(year(first), number(second), number(third))
                : Optional.empty();
        if (third.length() == 1) {
            return new WrittenDate(Optional.empty(), Optional.empty(), yearFirst, Optional.empty());
        }
        int year = year(third);
        return new WrittenDate(
                day(year, number(second), number(first)),
                day(year, number(first), number(second)),
                yearFirst,
                separator.equals(".") ? Optional.of(DateFormat.Order.DAY_FIRST) : Optional.empty());
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
                ? new WrittenDate(
                        day(tail, head % 100, head / 100),
                        day(tail, head / 100, head % 100),
                        Optional.empty(),
                        Optional.empty())
                : NOTHING;
    }

    private static WrittenDate named(String year, String month, String day) {
        Month named = MONTHS.get(fold(month));
        return named == null ? NOTHING : one(day(year(year), named.getValue(), number(day)));
    }

    private static WrittenDate one(Optional<LocalDate> date) {
        return new WrittenDate(date, date, date, Optional.empty());
    }

    /** Returns the reading in an order. */
    Optional<LocalDate> in(DateFormat.Order order) {
        return switch (order) {
            case DAY_FIRST -> dayFirst;
            case MONTH_FIRST -> monthFirst;
            case YEAR_FIRST -> yearFirst;
        };
    }

    /** Whether it can be read as a date in some order. */
    public boolean isDate() {
        return dayFirst.isPresent() || monthFirst.isPresent() || yearFirst.isPresent();
    }

    /** Whether all readings are the same. */
    boolean isCertain() {
        return dayFirst.equals(monthFirst) && dayFirst.equals(yearFirst);
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
        Set<String> doubtful = new HashSet<>();
        for (String language : List.of(
                "fr", "en", "de", "es", "nl", "it", "pt", "pl", "cs", "hu", "sv", "da", "nb", "fi", "ro", "ru", "tr")) {
            Locale locale = Locale.of(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE)) {
                    String name = fold(month.getDisplayName(style, locale));
                    if (name.length() > 1) {
                        Month other = months.putIfAbsent(name, month);
                        if (other != null && other != month) {
                            doubtful.add(name);
                        }
                    }
                }
            }
        }
        // Abbreviations that banks print and no list of the platform has.
        months.putIfAbsent("sept", Month.SEPTEMBER);
        months.putIfAbsent("maerz", Month.MARCH);
        months.putIfAbsent("mrz", Month.MARCH);
        months.keySet().removeAll(doubtful);
        return Map.copyOf(months);
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
