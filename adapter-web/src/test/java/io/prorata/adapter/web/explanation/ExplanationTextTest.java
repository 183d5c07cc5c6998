package io.prorata.adapter.web.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.language.Catalogue;
import io.prorata.adapter.web.language.Language;
import io.prorata.application.text.SourceTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Accounts of figures are there in each language, and name what they are about. */
class ExplanationTextTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private static Set<String> said() {
        Map<String, String> found = SourceTexts.of(
                List.of(Path.of("src", "main", "java", "io", "prorata", "adapter", "web", "explanation")),
                Map.of("text", 0, "add", 1));
        // Fields of rows, not said to anybody.
        found.values().removeIf("SelectedRowsJson.java"::equals);
        Set<String> said = new TreeSet<>(found.keySet());
        // A text without a word, which is not the same in each language for its spaces.
        said.add("{0}: {1}");
        said.add("{0}: {1}, {2}.");
        said.addAll(FigureTitle.words());
        return said;
    }

    @Test
    void everythingThatIsSaidIsTranslatedAndNothingElse() {
        for (Language language : List.of(Language.FR, Language.DE)) {
            assertEquals(
                    said(), new TreeSet<>(ExplanationText.catalogue(language).texts()), language.code());
        }
    }

    @Test
    void valuesAreTheSameInEachLanguage() {
        Object[] places = {"{0}", "{1}", "{2}", "{3}"};
        for (Language language : List.of(Language.FR, Language.DE)) {
            Catalogue catalogue = ExplanationText.catalogue(language);
            for (String english : catalogue.texts()) {
                assertEquals(places(english), places(catalogue.text(english, places)), english);
            }
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Map<String, Object> stated(String kind, int id, String what, String value, String member) {
        return Map.of(
                "step", "stated", "kind", kind, "id", id, "what", what, "value", value, "since", "2026-01", "member",
                member);
    }

    private static ExplanationResponse rent(String value) {
        Map<String, Object> amount = stated("bill", 3, "amount", "1034.00", "");
        Map<String, Object> part =
                Map.of("step", "part", "value", "1034.00", "amount", amount, "bills", 1, "n", 1, "k", 0);
        Map<String, Object> share = Map.of(
                "step",
                "allocate",
                "value",
                value,
                "amount",
                part,
                "weights",
                List.of(stated("config", 1, "equal", "1", "ines"), stated("config", 1, "equal", "1", "jules")),
                "whose",
                "ines");
        return new ExplanationResponse(
                "summary",
                "2026-03",
                null,
                null,
                "EUR",
                2,
                "/fixed_expenses/0/shares/ines",
                value,
                new ExplanationResponse.Names(
                        Map.of("ines", "Inès", "jules", "Jules"), Map.of("3", "Rent"), Map.of(), Map.of()),
                share);
    }

    @Test
    void aShareIsSaidInEachLanguage() {
        assertEquals(
                List.of(
                        new ExplanationText.Line(0, "The share of Inès in Rent is 517.00\u00a0EUR in March 2026."),
                        new ExplanationText.Line(1, "Rent: 517.00 of 1,034.00, divided equally."),
                        new ExplanationText.Line(2, "Rent: 1,034.00 a month.")),
                ExplanationText.of(rent("517.00"), Language.EN));
        String french = ExplanationText.of(rent("517.00"), Language.FR).toString();
        assertTrue(french.contains("La part de Inès dans Rent est de 517,00\u00a0EUR en mars 2026."), french);
        String german = ExplanationText.of(rent("517.00"), Language.DE).toString();
        assertTrue(german.contains("Rent: 517,00 von 1.034,00, zu gleichen Teilen."), german);
    }
}
