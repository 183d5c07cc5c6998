package io.prorata.bootstrap.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.adapter.web.language.Language;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosixLocaleTest {

    @ParameterizedTest
    @CsvSource({
        "'', EN",
        "LANG=fr_FR.UTF-8, FR",
        "LANG=de, DE",
        "LANG=de_CH@euro, DE",
        "LANG=fr_FR LC_MESSAGES=de_DE.UTF-8, DE",
        "LANG=fr_FR LC_MESSAGES=de_DE LC_ALL=en_GB, EN",
        "LANG=fr_FR LC_ALL=, FR",
        "LANG=fr_FR LC_ALL=C.UTF-8, EN",
        "LANG=fr_FR LC_ALL=POSIX LANGUAGE=de, EN",
        "LANG=en_GB LANGUAGE=es:de:fr, DE",
        "LANG=de_DE LANGUAGE=en:fr, EN",
        "LANGUAGE=fr, EN",
        "LANG=es_ES.UTF-8, EN",
        "LANG=C, EN",
        "LANG=fro, EN",
    })
    void theFirstVariableThatSaysSomethingDecides(String variables, Language language) {
        Map<String, String> environment = Arrays.stream(variables.split(" "))
                .filter(variable -> !variable.isEmpty())
                .map(variable -> variable.split("=", -1))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
        assertEquals(language, PosixLocale.language(environment));
    }
}
