package io.prorata.adapter.bankfile.written;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Currencies as files name them. */
public final class Currencies {

    private Currencies() {}

    /** Returns the currency of a code, in any case, or of the euro's sign. */
    public static Optional<Currency> named(String word) {
        String code = word.strip().toUpperCase(Locale.ROOT);
        if (code.equals("€") || code.equals("EURO") || code.equals("EUROS")) {
            return Optional.of(Currency.getInstance("EUR"));
        }
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
