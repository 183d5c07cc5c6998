package io.prorata.adapter.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the page is there in each language, and is of that language. */
class WordsTest {

    /** The same word in both languages, and meant so. */
    private static final Set<String> ALIKE = Set.of(
            "fr date",
            "fr provisions",
            "fr type",
            "fr type.PROVISION",
            "fr what_if.budget",
            "fr what_if.provision",
            "fr audit.date",
            "fr audit.description",
            "fr audit.kind.provision",
            "fr audit.net",
            "fr audit.options",
            "fr audit.provision",
            "fr audit.type",
            "de audit.label",
            "de audit.name",
            "de label",
            "de name",
            "de token");

    private static final Properties ENGLISH = read("words.properties");

    @Test
    void eachLanguageHasEveryText() {
        for (String language : List.of("fr", "de")) {
            assertEquals(
                    new TreeSet<>(ENGLISH.stringPropertyNames()),
                    new TreeSet<>(of(language).stringPropertyNames()),
                    language);
        }
    }

    @Test
    void whatIsNotTranslatedIsListed() {
        for (String language : List.of("fr", "de")) {
            Properties texts = of(language);
            for (String key : ENGLISH.stringPropertyNames()) {
                boolean same = ENGLISH.getProperty(key).equals(texts.getProperty(key));
                assertTrue(!same || ALIKE.contains(language + " " + key), language + " " + key + " is English");
            }
        }
    }

    @Test
    void partsOfATextAreInEachLanguage() {
        Pattern part = Pattern.compile("\\{[0-9]\\}");
        for (String language : List.of("fr", "de")) {
            for (String key : ENGLISH.stringPropertyNames()) {
                assertEquals(
                        parts(part, ENGLISH.getProperty(key)),
                        parts(part, of(language).getProperty(key)),
                        language + " " + key);
            }
        }
    }

    private static Set<String> parts(Pattern part, String text) {
        return part.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatTheTemplatesSayIsThere() throws IOException {
        Pattern used = Pattern.compile("f\\.t\\(\"([a-z_.A-Z-]+)\"[),]");
        try (Stream<Path> templates = Files.list(Path.of("src", "main", "jte"))) {
            for (Path template : templates.toList()) {
                used.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(key -> assertTrue(ENGLISH.containsKey(key), template + ": " + key));
            }
        }
    }

    private static Properties of(String language) {
        return read("words_" + language + ".properties");
    }

    private static Properties read(String name) {
        try (InputStream in =
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("/io/prorata/adapter/web/page/" + name))) {
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
