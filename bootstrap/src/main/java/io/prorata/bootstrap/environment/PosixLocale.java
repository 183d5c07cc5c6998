package io.prorata.bootstrap.environment;

import io.prorata.adapter.web.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which language programs say things, by the variables of the environment: {@code LC_ALL}, else {@code LC_MESSAGES}, else {@code LANG}
 * (POSIX, "Environment Variables"); {@code LANGUAGE} lists languages in the order of preference, as gettext has it, unless the locale is
 * {@code C}.
 */
final class PosixLocale {

    private PosixLocale() {}

    /** Returns the language; English where none is named that there are texts in. */
    static Language language(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("C");
        if (List.of("c", "posix").contains(code(locale))) {
            return Language.EN;
        }
        String listed = environment.getOrDefault("LANGUAGE", "");
        return Stream.of((listed.isEmpty() ? locale : listed).split(":", -1))
                .flatMap(name -> known(code(name)).stream())
                .findFirst()
                .orElse(Language.EN);
    }

    /** Returns the language of {@code language_TERRITORY.codeset@modifier}, in small letters. */
    private static String code(String locale) {
        return locale.split("[_.@-]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Optional<Language> known(String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
