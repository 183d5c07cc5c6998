package io.prorata.adapter.web.language;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The supported languages. Regions only affect the format of amounts and dates. */
public enum Language {
    EN(Locale.UK),
    FR(Locale.FRANCE),
    DE(Locale.GERMANY);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** Returns the language's code: {@code fr}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the preferred language of {@code request}; English if none is supported. */
    public static Language of(HttpRequest<?> request) {
        return of(AcceptedLanguage.of(request));
    }

    /** @param accepted as in {@code Accept-Language}; absent or unreadable for English */
    static Language of(@Nullable String accepted) {
        if (accepted == null || accepted.length() > 500) {
            return EN;
        }
        try {
            List<String> tags = Arrays.stream(values()).map(Language::code).toList();
            String best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), tags);
            return best == null ? EN : valueOf(best.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }
}
