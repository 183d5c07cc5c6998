package io.prorata.adapter.web.language;

import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How a language writes amounts, shares, months and days. Amounts come as text and stay so. */
public final class Notation {

    private static final Map<Language, Notation> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Notation(language));
        }
    }

    private final Language language;
    private final DecimalFormatSymbols symbols;
    private final DateTimeFormatter monthAndYear;
    private final DateTimeFormatter monthAlone;
    private final DateTimeFormatter dayAndMonth;

    private Notation(Language language) {
        this.language = language;
        this.symbols = DecimalFormatSymbols.getInstance(language.locale());
        this.monthAndYear = DateTimeFormatter.ofPattern("LLLL yyyy", language.locale());
        this.monthAlone = DateTimeFormatter.ofPattern("LLL", language.locale());
        this.dayAndMonth =
                DateTimeFormatter.ofPattern(language == Language.DE ? "d. MMMM" : "d MMMM", language.locale());
    }

    public static Notation of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** Returns an amount, {@code -1042.10}, as the language writes it. */
    public String amount(String decimal) {
        boolean negative = decimal.startsWith("-");
        String digits = negative ? decimal.substring(1) : decimal;
        int dot = digits.indexOf('.');
        String written = dot < 0
                ? whole(digits)
                : whole(digits.substring(0, dot)) + symbols.getMonetaryDecimalSeparator() + digits.substring(dot + 1);
        return negative ? "\u2212" + written : written;
    }

    /** Returns a number that somebody has written, with the language's separators or with a dot before the decimals, as plain decimals. */
    public String decimal(String written) {
        String text = written.replaceAll("[\\s\u00a0\u202f']", "").replace('\u2212', '-');
        String separator = Character.toString(symbols.getDecimalSeparator());
        return text.indexOf(separator) >= 0 || text.indexOf('.') < 0 || separator.equals(".")
                ? text.replace(Character.toString(symbols.getGroupingSeparator()), "")
                        .replace(separator, ".")
                : text;
    }

    /** Returns an amount with its sign even if that is a plus. */
    public String signed(String decimal) {
        return decimal.startsWith("-") ? amount(decimal) : "+" + amount(decimal);
    }

    /** Returns a percentage, {@code 53.3}, as the language writes it. */
    public String percent(String decimal) {
        String written = amount(decimal);
        return language == Language.EN ? written + "%" : written + "\u00a0%";
    }

    /** Returns {@code March 2026}, with a capital letter in front as at the beginning of a line. */
    public String month(YearMonth month) {
        return capital(monthAndYear.format(month));
    }

    /** Returns {@code Mar}. */
    public String shortMonth(YearMonth month) {
        return capital(monthAlone.format(month));
    }

    /** Returns {@code 5 March}. */
    public String day(LocalDate day) {
        return dayAndMonth.format(day);
    }

    /** Returns {@code 5 March 2026}. */
    public String fullDay(LocalDate day) {
        return day(day) + " " + day.getYear();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns a whole number without a sign, in groups of three digits. */
    public String whole(String digits) {
        var grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append(symbols.getGroupingSeparator());
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.toString();
    }
}
