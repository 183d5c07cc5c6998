package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.Quoted;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a written amount can mean. The two are the same where it can mean one thing only: {@code 1.234} is one and a bit, or a thousand
 * and more; {@code 1.23}, {@code 1 234} and {@code 1.234,50} are certain.
 *
 * @param withPoint read with a decimal point, if it can be
 * @param withComma read with a decimal comma, if it can be
 */
public record WrittenAmount(Optional<BigDecimal> withPoint, Optional<BigDecimal> withComma) {

    private static final WrittenAmount NOTHING = new WrittenAmount(Optional.empty(), Optional.empty());

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,15}");
    private static final Pattern PLAIN_CENTS = Pattern.compile("(-?\\d{1,15})[.,](\\d{2})");

    /** What may stand around the digits: a sign before or after, brackets, a currency. */
    private static final Pattern DRESSED =
            Pattern.compile("(\\()?\\s*([-+])?\\s*([\\p{L}\\p{Sc}.]{1,4}?)?\\s*([-+])?\\s*"
                    + "(\\d[\\d .,']*|[.,]\\d+)"
                    + "\\s*([-+])?\\s*([\\p{L}\\p{Sc}.]{1,4})?\\s*([-+])?\\s*(\\))?");

    private static final Pattern POINT = number(" ',", "\\.");
    private static final Pattern COMMA = number(" '.", ",");

    /** The signs that are no currency's code, and whose they are. */
    private static final Map<String, Set<String>> SYMBOLS = Map.ofEntries(
            Map.entry("€", Set.of("EUR")),
            Map.entry("£", Set.of("GBP", "GIP", "FKP", "SHP", "EGP", "LBP")),
            Map.entry(
                    "$",
                    Set.of(
                            "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS", "UYU", "BBD",
                            "BMD", "BSD", "BZD", "JMD", "TTD", "XCD", "FJD", "NAD", "LRD", "SRD", "GYD", "KYD", "SBD",
                            "BND", "DOP")),
            Map.entry("US$", Set.of("USD")),
            Map.entry("CA$", Set.of("CAD")),
            Map.entry("C$", Set.of("CAD", "NIO")),
            Map.entry("A$", Set.of("AUD")),
            Map.entry("R$", Set.of("BRL")),
            Map.entry("¥", Set.of("JPY", "CNY")),
            Map.entry("FR", Set.of("CHF")),
            Map.entry("FR.", Set.of("CHF")),
            Map.entry("SFR", Set.of("CHF")),
            Map.entry("KR", Set.of("SEK", "NOK", "DKK", "ISK")),
            Map.entry("KR.", Set.of("DKK", "SEK", "NOK", "ISK")),
            Map.entry("KČ", Set.of("CZK")),
            Map.entry("ZŁ", Set.of("PLN")),
            Map.entry("FT", Set.of("HUF")),
            Map.entry("LEI", Set.of("RON", "MDL")),
            Map.entry("ЛВ", Set.of("BGN")),
            Map.entry("ЛВ.", Set.of("BGN")),
            Map.entry("₹", Set.of("INR")),
            Map.entry("₽", Set.of("RUB")),
            Map.entry("₺", Set.of("TRY")),
            Map.entry("₴", Set.of("UAH")),
            Map.entry("₪", Set.of("ILS")),
            Map.entry("₩", Set.of("KRW")),
            Map.entry("R", Set.of("ZAR")));

    /**
     * Reads an amount of {@code currency}; both readings are empty if it is none.
     *
     * @throws LineRefusedException if another currency is written beside it
     */
    public static WrittenAmount read(String text, Currency currency) throws LineRefusedException {
        Optional<WrittenAmount> plain = plain(text);
        if (plain.isPresent()) {
            return plain.get();
        }
        Matcher dressed = DRESSED.matcher(plainSigns(text));
        if (!dressed.matches()) {
            return NOTHING;
        }
        boolean bracketed = dressed.group(1) != null;
        if (bracketed != (dressed.group(9) != null)) {
            return NOTHING;
        }
        @Nullable Boolean negative = bracketed ? Boolean.TRUE : null;
        for (int group : new int[] {2, 4, 6, 8}) {
            String sign = dressed.group(group);
            if (sign != null) {
                if (negative != null) {
                    return NOTHING;
                }
                negative = sign.equals("-");
            }
        }
        for (int group : new int[] {3, 7}) {
            String word = dressed.group(group);
            if (word != null) {
                requireOf(currency, word, text);
            }
        }
        boolean spent = negative != null && negative;
        String digits = dressed.group(5).strip();
        return new WrittenAmount(value(POINT, digits, spent), value(COMMA, digits, spent));
    }

    /** Most amounts of most files, without ado. */
    private static Optional<WrittenAmount> plain(String text) {
        Matcher cents = PLAIN_CENTS.matcher(text);
        if (cents.matches()) {
            long whole = Long.parseLong(cents.group(1) + cents.group(2));
            var value = Optional.of(BigDecimal.valueOf(whole, 2));
            return Optional.of(
                    text.indexOf(',') < 0
                            ? new WrittenAmount(value, Optional.empty())
                            : new WrittenAmount(Optional.empty(), value));
        }
        if (PLAIN.matcher(text).matches()) {
            var value = Optional.of(BigDecimal.valueOf(Long.parseLong(text)));
            return Optional.of(new WrittenAmount(value, value));
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> value(Pattern form, String digits, boolean negative) {
        Matcher number = form.matcher(digits);
        if (!number.matches()) {
            return Optional.empty();
        }
        String whole = digits.substring(0, number.end("whole"));
        String decimals = number.group("decimals");
        var value = new BigDecimal((negative ? "-" : "") + "0" + whole.replaceAll("[ .,']", "")
                + (decimals == null ? "" : "." + decimals));
        return Optional.of(value);
    }

    /** Thousands in groups of three, or as in India of two before the last three; one separator throughout, and no group of nothing. */
    private static Pattern number(String separators, String decimal) {
        String group = "(?<mark>[" + separators + "])";
        String thousands = "[1-9]\\d{0,2}" + group + "\\d{3}(?:\\k<mark>\\d{3})*";
        String lakhs = "[1-9]\\d?" + group.replace("mark", "lakh") + "(?:\\d{2}\\k<lakh>)+\\d{3}";
        return Pattern.compile("(?<whole>" + thousands + "|" + lakhs + "|\\d+|(?=" + decimal + "\\d))" + "(?:" + decimal
                + "(?<decimals>\\d+))?");
    }

    private static void requireOf(Currency currency, String word, String text) throws LineRefusedException {
        String upper = word.toUpperCase(Locale.ROOT);
        if (upper.equals(currency.getCurrencyCode())
                || SYMBOLS.getOrDefault(upper, Set.of()).contains(currency.getCurrencyCode())) {
            return;
        }
        if (SYMBOLS.containsKey(upper) || Currencies.named(upper).isPresent()) {
            throw new LineRefusedException(
                    "the amount " + Quoted.of(text) + " is not in " + currency + ", the household's currency");
        }
        throw new LineRefusedException("not an amount: " + Quoted.of(text));
    }

    /** One minus, one space and one apostrophe for all that are printed. */
    private static String plainSigns(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(
                    switch (c) {
                        // hyphens, figure and en dash, minus, and their small and wide forms
                        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\uFE63', '\uFF0D' -> '-';
                        case '\uFF0B' -> '+';
                        case '\u2018', '\u2019', '\u02BC', '\u00B4' -> '\'';
                        default -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c;
                    });
        }
        return plain.toString().strip();
    }
}
