package io.prorata.adapter.web.problem;

import io.prorata.adapter.web.language.Catalogue;
import io.prorata.adapter.web.language.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is wrong with parts of a request and with lines of bank files, in each language. English is said where it is found out, by rings that
 * know no language; the finished sentence is translated here, by {@code errors_fr.po} and the like.
 */
public final class ErrorTexts {

    private static final Map<Language, Catalogue> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, Catalogue.read(ErrorTexts.class, "errors", language));
        }
    }

    private ErrorTexts() {}

    public static Catalogue in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }
}
