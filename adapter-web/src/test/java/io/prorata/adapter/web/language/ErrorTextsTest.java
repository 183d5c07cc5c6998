package io.prorata.adapter.web.language;

import static io.prorata.application.text.SourceTexts.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.problem.ErrorTexts;
import io.prorata.application.text.SourceTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the sources say is wrong with a part of a request, or with a line of a bank file, is there in each language. */
class ErrorTextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    /** Refuse what this program itself computes, or what other programs embed: no request leads there. */
    private static final Set<String> NOT_FROM_REQUESTS = Set.of(
            "Amount.java",
            "Attributions.java",
            "AuditJson.java",
            "BaseJson.java",
            "BillCycle.java",
            "Catalogue.java",
            "CategoryMapping.java",
            "Change.java",
            "DuePeriod.java",
            "Household.java",
            "HouseholdPlan.java",
            "Identity.java",
            "KeyWeights.java",
            "Money.java",
            "MonthFacts.java",
            "MonthPlan.java",
            "MonthPlans.java",
            "Net.java",
            "PlannedMonth.java",
            "Portions.java",
            "Progress.java",
            "SavingPlan.java",
            "Shares.java",
            "SnapshotRequest.java",
            "Split.java",
            "Statistics.java",
            "TaxScale.java",
            "TaxScales.java",
            "Template.java",
            "TimeToLive.java",
            "Timeline.java",
            "Transfer.java",
            "Transfers.java",
            "ViewParameters.java",
            "ViewScopes.java",
            "ViewType.java");

    private static SortedMap<String, String> said() {
        List<Path> sources = List.of(
                Path.of("..", "domain", "src", "main", "java"),
                Path.of("..", "application", "src", "main", "java"),
                Path.of("..", "adapter-bankfile", "src", "main", "java"),
                Path.of("src", "main", "java"));
        Map<String, Integer> calls = Map.ofEntries(
                Map.entry("IllegalArgumentException", 0),
                Map.entry("InBody", 1),
                Map.entry("InParameter", 1),
                Map.entry("InHeader", 1),
                Map.entry("BrokenRule", 1),
                Map.entry("unreadable", LAST),
                Map.entry("broken", LAST),
                Map.entry("wrongType", 1),
                Map.entry("LineRefusedException", 0),
                Map.entry("refused", LAST),
                Map.entry("because", 0));
        SortedMap<String, String> said = new TreeMap<>(SourceTexts.of(sources, calls));
        said.values().removeAll(NOT_FROM_REQUESTS);
        said.keySet().removeIf(text -> text.startsWith("/"));
        return said;
    }

    @Test
    void everySentenceIsTranslated() {
        for (Language language : List.of(Language.FR, Language.DE)) {
            SortedMap<String, String> missing = said();
            missing.keySet().removeAll(ErrorTexts.in(language).texts());
            assertEquals(Map.of(), missing, language.code());
        }
    }

    @Test
    void noTranslationIsEnglishAndAllHaveTheSameValues() {
        for (Language language : List.of(Language.FR, Language.DE)) {
            Catalogue texts = ErrorTexts.in(language);
            for (String english : texts.texts()) {
                String translated = texts.text(english, "{0}", "{1}", "{2}", "{3}", "{4}");
                assertTrue(!translated.equals(english) && !translated.isBlank(), language + ": " + english);
                assertEquals(places(english), places(translated), language + ": " + english);
            }
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void aFinishedSentenceIsFoundByItsForm() {
        Catalogue french = ErrorTexts.in(Language.FR);
        assertEquals(
                "le compte 3 porte déjà le nom {0} x", french.sentence("the account 3 has the name {0} x already"));
        assertEquals(
                "ceci devrait être un nombre entier et est une liste",
                french.sentence("this should be a whole number and is a list"));
        assertEquals("nobody has said this", french.sentence("nobody has said this"));
        assertEquals("x", Catalogue.ENGLISH.sentence("x"));
    }
}
