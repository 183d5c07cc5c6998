package io.prorata.bootstrap.environment;

import io.prorata.adapter.web.language.Language;
import java.text.DecimalFormatSymbols;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads decimals as a language writes them ({@code 1,234.50}, {@code 1.234,50}, {@code 1 234,50}), or with a dot before the decimals and
 * nothing else. Nothing is guessed: what fits neither form, or both with different values, is not read.
 */
final class WrittenDecimal {

    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");

    private final char decimal;
    private final char grouping;
    private final Pattern ofLanguage;

    WrittenDecimal(Language language) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.locale());
        this.decimal = symbols.getDecimalSeparator();
        this.grouping = groups(symbols.getGroupingSeparator());
        String group = Pattern.quote(String.valueOf(grouping));
        this.ofLanguage = Pattern.compile("[-+]?([0-9]+|[0-9]{1,3}(" + group + "[0-9]{3})+)("
                + Pattern.quote(String.valueOf(decimal)) + "[0-9]+)?");
    }

    /** All spaces are alike: a keyboard has one only. */
    private static char groups(char separator) {
        return Character.isSpaceChar(separator) ? ' ' : separator;
    }

    /** Returns {@code written} with a dot before the decimals and nothing else; empty if it is no decimal, or may be two. */
    Optional<String> read(String written) {
        StringBuilder text = new StringBuilder();
        written.strip().chars().forEach(c -> text.append(sameAs((char) c)));
        boolean plain = PLAIN.matcher(text).matches();
        boolean own = ofLanguage.matcher(text).matches();
        if (!plain && !own) {
            return Optional.empty();
        }
        String asPlain = text.toString();
        String asOwn = asPlain.replace(String.valueOf(grouping), "").replace(decimal, '.');
        if (plain && own && !asPlain.equals(asOwn)) {
            return Optional.empty();
        }
        return Optional.of((own ? asOwn : asPlain).replace("+", ""));
    }

    private static char sameAs(char c) {
        return c == '\u2212' ? '-' : groups(c);
    }
}
