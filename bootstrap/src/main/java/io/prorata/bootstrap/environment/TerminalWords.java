package io.prorata.bootstrap.environment;

import io.prorata.adapter.web.language.Catalogue;
import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.language.Notation;
import io.prorata.adapter.web.problem.ErrorTexts;
import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the terminal is told in one language: the English text is in the code, the others are in {@code terminal_fr.po} and the like. Words of
 * commands, options, states of the API and codes are the same in each.
 */
public final class TerminalWords {

    private static final Map<Language, TerminalWords> READ = new EnumMap<>(Language.class);

    private final Language language;
    private final Catalogue catalogue;
    private final Notation notation;

    private TerminalWords(Language language) {
        this.language = language;
        this.catalogue = Catalogue.read(TerminalWords.class, "terminal", language, ErrorTexts.in(language));
        this.notation = Notation.of(language);
    }

    public static TerminalWords in(Language language) {
        synchronized (READ) {
            return READ.computeIfAbsent(language, TerminalWords::new);
        }
    }

    public Language language() {
        return language;
    }

    /** Returns the English texts that there are translations of. */
    public Set<String> texts() {
        return catalogue.texts();
    }

    /** Returns {@code english}, with {@code values} in the places of {@code {0}}, {@code {1}} ... */
    public String text(String english, Object... values) {
        return catalogue.text(english, values);
    }

    /** Returns the heads of a table. */
    public List<String> heads(String... english) {
        return Stream.of(english).map(catalogue::text).toList();
    }

    /** Returns a finished sentence, such as an exception has. */
    public String sentence(String english) {
        return catalogue.sentence(english);
    }

    /** Returns {@code amount} with exactly the decimals of {@code currency}. */
    public String amount(Money amount, Currency currency) {
        return amount(amount.inUnitsOf(currency));
    }

    /** Returns {@code amount} with its decimals; the sign is one that a shell and a spreadsheet read. */
    public String amount(BigDecimal amount) {
        return notation.amount(amount.toPlainString()).replace('\u2212', '-');
    }

    /** Reads a decimal that somebody has typed, as {@link #amount(BigDecimal)} writes it or with a dot before the decimals; empty if it is none. */
    public Optional<String> decimal(String written) {
        return new WrittenDecimal(language).read(written);
    }

    /** Returns a month with its year, as in a title. */
    public String month(YearMonth month) {
        return notation.month(month);
    }
}
