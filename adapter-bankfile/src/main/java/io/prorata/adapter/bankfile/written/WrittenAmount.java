package io.prorata.adapter.bankfile.written;

import io.prorata.adapter.bankfile.text.PlainText;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOptions;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a written amount can mean. The two are the same where it can mean one thing only: {@code 1.234} is one and a bit, or a thousand
 * and more; {@code 1.23}, {@code 1 234} and {@code 1.234,50} are certain.
 *
 * @param withPoint read with a decimal point, if it can be
 * @param withComma read with a decimal comma, if it can be
 * @param told what a letter or word beside it says, as in {@code 12.50 Dr}; the readings carry the written sign alone
 * @param signed whether a plus, a minus or brackets are written
 */
public record WrittenAmount(
        Optional<BigDecimal> withPoint, Optional<BigDecimal> withComma, Optional<Direction> told, boolean signed) {

    private static final WrittenAmount NOTHING =
            new WrittenAmount(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** A number of digits that always fits a long. */
    private static final int MOST_PLAIN_DIGITS = 17;

    /** What stands around the digits and between them: {@code before}, the number, a power of ten, {@code after}. */
    private static final Pattern DRESSED = Pattern.compile("(?<before>[^\\d.,]*(?:\\.(?!\\d)[^\\d.,]*)?)"
            + "(?<number>\\d[\\d .,']*\\d|\\d|[.,]\\d+)"
            + "(?<power>[eE][-+]?\\d{1,3})?"
            + "(?<none>[.,]\\s?(?:-{1,2}|\u2014))?"
            + "(?<after>[.,]?[^\\d,]*)");

    private static final Pattern TOKEN = Pattern.compile("[-+()]|[\\p{L}\\p{Sc}][\\p{L}\\p{Sc}.]{0,11}|\\S");

    private static final Pattern POINT = number(" ',", "\\.");
    private static final Pattern COMMA = number(" '.", ",");

    /**
     * Reads an amount of {@code currency}; both readings are empty if it is none.
     *
     * @throws LineRefusedException if another currency is written beside it
     */
    public static WrittenAmount read(String text, Currency currency) throws LineRefusedException {
        WrittenAmount plain = plain(text);
        if (plain != null) {
            return plain;
        }
        Matcher dressed = DRESSED.matcher(PlainText.of(text));
        if (!dressed.matches()) {
            return NOTHING;
        }
        var dress = new Dress(currency, text);
        dress.take(dressed.group("before"), false);
        String after = dressed.group("after");
        dress.take(after.startsWith(".") || after.startsWith(",") ? after.substring(1) : after, true);
        if (!dress.isWhole()) {
            return NOTHING;
        }
        boolean noDecimals = dressed.group("none") != null || after.startsWith(".");
        String digits = dressed.group("number");
        int power = dressed.group("power") == null
                ? 0
                : Integer.parseInt(dressed.group("power").substring(1).replace("+", ""));
        Optional<BigDecimal> withPoint = value(POINT, digits, dress.isNegative(), power);
        Optional<BigDecimal> withComma = value(COMMA, digits, dress.isNegative(), power);
        if (noDecimals) {
            withPoint = withPoint.filter(value -> value.scale() <= 0);
            withComma = withComma.filter(value -> value.scale() <= 0);
        }
        return of(withPoint, withComma, currency, dress);
    }

    private static WrittenAmount of(
            Optional<BigDecimal> withPoint, Optional<BigDecimal> withComma, Currency currency, Dress dress) {
        boolean doubtful = withPoint.isPresent() && withComma.isPresent() && !withPoint.equals(withComma);
        if (doubtful && currency.getDefaultFractionDigits() == 0) {
            // A currency without decimals: what stands behind the separator are thousands.
            Optional<BigDecimal> whole =
                    withPoint.filter(value -> value.scale() <= 0).or(() -> withComma);
            return new WrittenAmount(whole, whole, dress.told(), dress.isSigned());
        }
        return new WrittenAmount(withPoint, withComma, dress.told(), dress.isSigned());
    }

    /** The common case: digits, and two more after a point or comma. */
    private static @Nullable WrittenAmount plain(String text) {
        int length = text.length();
        boolean minus = length > 0 && text.charAt(0) == '-';
        int mark = length - 3;
        boolean cents = mark > 0 && (text.charAt(mark) == ',' || text.charAt(mark) == '.');
        int first = minus ? 1 : 0;
        int digits = length - first - (cents ? 1 : 0);
        if (digits < (cents ? 3 : 1) || digits > MOST_PLAIN_DIGITS) {
            return null;
        }
        long minor = 0;
        for (int i = first; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                minor = minor * 10 + (c - '0');
            } else if (!cents || i != mark) {
                return null;
            }
        }
        Optional<BigDecimal> value = Optional.of(BigDecimal.valueOf(minus ? -minor : minor, cents ? 2 : 0));
        if (!cents) {
            return new WrittenAmount(value, value, Optional.empty(), minus);
        }
        return text.charAt(mark) == '.'
                ? new WrittenAmount(value, Optional.empty(), Optional.empty(), minus)
                : new WrittenAmount(Optional.empty(), value, Optional.empty(), minus);
    }

    private static Optional<BigDecimal> value(Pattern form, String digits, boolean negative, int power) {
        Matcher number = form.matcher(digits);
        if (!number.matches()) {
            return Optional.empty();
        }
        String whole = digits.substring(0, number.end("whole"));
        String decimals = number.group("decimals");
        var value = new BigDecimal((negative ? "-" : "") + "0" + whole.replaceAll("[ .,']", "")
                + (decimals == null ? "" : "." + decimals));
        return Optional.of(power == 0 ? value : value.scaleByPowerOfTen(power));
    }

    /** Thousands in groups of three, or as in India of two before the last three; one separator throughout, and no group of nothing. */
    private static Pattern number(String separators, String decimal) {
        String group = "(?<mark>[" + separators + "])";
        String thousands = "[1-9]\\d{0,2}" + group + "\\d{3}(?:\\k<mark>\\d{3})*";
        String lakhs = "[1-9]\\d?" + group.replace("mark", "lakh") + "(?:\\d{2}\\k<lakh>)+\\d{3}";
        return Pattern.compile("(?<whole>" + thousands + "|" + lakhs + "|\\d+|(?=" + decimal + "\\d))" + "(?:" + decimal
                + "(?<decimals>\\d+))?");
    }

    /** What is written around an amount: one sign or a pair of brackets, the currency, a word for spent or received. */
    private static final class Dress {

        private final Currency currency;
        private final String text;
        private int opened;
        private int closed;
        private int minus;
        private int plus;
        private int odd;
        private int words;
        private @Nullable Direction told;

        Dress(Currency currency, String text) {
            this.currency = currency;
            this.text = text;
        }

        void take(String around, boolean behind) throws LineRefusedException {
            Matcher tokens = TOKEN.matcher(around);
            while (tokens.find()) {
                String token = tokens.group();
                switch (token) {
                    case "-" -> minus++;
                    case "+" -> plus++;
                    case "(" -> opened += behind ? 2 : 1;
                    case ")" -> closed += behind ? 1 : 2;
                    case "'" -> odd += behind || opened + minus + plus + words > 0 ? 1 : 0;
                    default -> word(token, behind);
                }
            }
        }

        private void word(String token, boolean behind) throws LineRefusedException {
            if (!Character.isLetter(token.codePointAt(0))
                    && Character.getType(token.codePointAt(0)) != Character.CURRENCY_SYMBOL) {
                odd++;
                return;
            }
            words++;
            Optional<Direction> direction = SignWords.of(letter(ReadOptions.fold(token)));
            if (direction.isPresent() && behind && CurrencyWords.of(token).isEmpty()) {
                odd += told == null ? 0 : 1;
                told = direction.get();
            } else if (!CurrencyWords.isOf(token, currency)) {
                if (CurrencyWords.of(token).isEmpty()) {
                    throw new LineRefusedException("not an amount: " + Quoted.of(text));
                }
                throw new LineRefusedException(
                        "the amount " + Quoted.of(text) + " is not in " + currency + ", the household's currency");
            }
        }

        /** Behind an amount, the letters of German and Scandinavian statements mean one thing. */
        private static String letter(String word) {
            return switch (word) {
                case "s" -> "soll";
                case "h" -> "haben";
                case "k" -> "kredit";
                default -> word;
            };
        }

        boolean isWhole() {
            return odd == 0 && opened == closed && opened <= 1 && minus + plus + opened <= 1 && words <= 3;
        }

        boolean isNegative() {
            return minus + opened > 0;
        }

        boolean isSigned() {
            return minus + plus + opened > 0;
        }

        Optional<Direction> told() {
            return Optional.ofNullable(told);
        }
    }
}
