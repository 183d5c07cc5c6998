package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens.TokenScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
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

/** Problems in the language that a request asks for: their title and detail, for every kind there is. */
class ProblemLanguagesTest {

    private static final Path PAGES = Path.of("..", "docs", "problems");
    private static final List<String> LANGUAGES = List.of("fr", "de");

    private static List<String> kinds() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties texts(String language) throws IOException {
        String name = "/io/prorata/adapter/web/problem/problems_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(ProblemLanguagesTest.class.getResourceAsStream(name))) {
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        }
    }

    @Test
    void everyKindHasATitleAndADetailInEachLanguage() throws IOException {
        for (String language : LANGUAGES) {
            Set<String> missing = kinds().stream()
                    .flatMap(kind -> Stream.of(kind + ".title", kind + ".detail"))
                    .collect(Collectors.toCollection(TreeSet::new));
            missing.removeAll(texts(language).stringPropertyNames());
            assertEquals(Set.of(), missing, language);
        }
    }

    @Test
    void noTextIsEnglishAndAllSayTheSameValues() throws IOException {
        Pattern place = Pattern.compile("\\{[0-9]}");
        for (String kind : kinds()) {
            String english = Files.readString(PAGES.resolve(kind + ".md"))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .substring(2);
            for (String language : LANGUAGES) {
                assertFalse(english.equals(texts(language).getProperty(kind + ".title")), language + " " + kind);
                assertEquals(
                        places(place, texts("fr").getProperty(kind + ".detail")),
                        places(place, texts(language).getProperty(kind + ".detail")),
                        language + " " + kind);
            }
        }
    }

    private static Set<String> places(Pattern place, String text) {
        return place.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aRequestIsAnsweredInItsLanguage() {
        try (var server = new WebServer()) {
            String token = server.token(server.found(), TokenScope.WRITE);
            HttpResponse<String> german = server.get("/transactions/4711", token, "Accept-Language", "de-AT, fr;q=0.5");
            assertEquals(404, german.statusCode());
            assertEquals("de", german.headers().firstValue("Content-Language").orElse(""));
            assertTrue(
                    german.body().contains("\"title\":\"Unbekannte Buchung\"")
                            && german.body().contains("\"detail\":\"Keine Buchung hat die Kennung 4711.\""),
                    german.body());
            assertTrue(german.body().contains("\"type\":\"/problems/unknown-transaction\""), german.body());
            String french = server.post("/transactions", token, "{\"date\": \"x\"}", "Accept-Language", "fr")
                    .body();
            assertTrue(french.contains("La requête ne peut pas être lue : "), french);
            assertTrue(french.contains("\"pointer\":\"/date\""), french);
            // Refused before there is a request to speak of.
            String early = server.get("/household", token, "Accept-Language", "fr", "Content-Encoding", "gzip")
                    .body();
            assertTrue(early.contains("Ce codage ne peut pas être lu"), early);
            for (String unread : List.of("es", "x;;", "*", "")) {
                String english = server.get("/transactions/4711", token, "Accept-Language", unread)
                        .body();
                assertTrue(english.contains("\"title\":\"Unknown transaction\""), unread + english);
            }
        }
    }

    @Test
    void aValueThatLooksLikeAPlaceStays() {
        try (var server = new WebServer()) {
            String token = server.token(server.found(), TokenScope.WRITE);
            String body = "{\"from\": \"2024-01\", \"members\": [{\"member\": \"nobody\", \"net\": \"1\"}]}";
            String answer = server.post("/configs", token, body, "Accept-Language", "fr")
                    .body();
            assertTrue(answer.contains("Aucun membre du foyer n’a la clé nobody."), answer);
            String missing = server.get("/dashboard/categories/%7B1%7D", token, "Accept-Language", "de")
                    .body();
            assertTrue(missing.contains("{1}"), missing);
        }
    }
}
