package io.prorata.adapter.web.page.frame;

import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.language.Notation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What the page says in one language, and how that writes amounts, shares, months and days. */
public final class Words {

    private static final String BUNDLE = "io.prorata.adapter.web.page.words";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Words(language));
        }
    }

    private final Language language;
    private final ResourceBundle texts;
    private final Notation notation;

    private Words(Language language) {
        this.language = language;
        // No fallback: a language of the machine says nothing of the client's.
        this.texts = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.notation = Notation.of(language);
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    /**
     * Returns the text of {@code key}, with {@code parts} in the places of {@code {0}}, {@code {1}} ...
     *
     * @throws MissingResourceException if there is none
     */
    public String of(String key, Object... parts) {
        String text = texts.getString(key);
        for (int i = 0; i < parts.length; i++) {
            text = text.replace("{" + i + "}", parts[i].toString());
        }
        return text;
    }

    /** As {@link #of}, of {@code number} things: {@code key.one} or {@code key.many}. */
    public String count(String key, long number) {
        return of(key + (number == 1 ? ".one" : ".many"), notation.whole(Long.toString(number)));
    }

    /** Returns whether there is a text of {@code key}. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** As {@link Notation#amount}. */
    public String amount(String decimal) {
        return notation.amount(decimal);
    }

    /** As {@link Notation#decimal}. */
    public String decimal(String written) {
        return notation.decimal(written);
    }

    /** As {@link Notation#signed}. */
    public String signed(String decimal) {
        return notation.signed(decimal);
    }

    /** As {@link Notation#percent}. */
    public String percent(String decimal) {
        return notation.percent(decimal);
    }

    /** As {@link Notation#month}. */
    public String month(YearMonth month) {
        return notation.month(month);
    }

    /** As {@link Notation#shortMonth}. */
    public String shortMonth(YearMonth month) {
        return notation.shortMonth(month);
    }

    /** As {@link Notation#day}. */
    public String day(LocalDate day) {
        return notation.day(day);
    }

    /** As {@link Notation#fullDay}. */
    public String fullDay(LocalDate day) {
        return notation.fullDay(day);
    }

    /** Returns {@code 5 March 2026, 14:03}. */
    public String moment(LocalDateTime moment) {
        return fullDay(moment.toLocalDate()) + ", " + CLOCK.format(moment);
    }

    /** Returns a text that may be absent, or the word for that. */
    public String orNone(@Nullable String name) {
        return name == null ? of("none") : name;
    }
}
