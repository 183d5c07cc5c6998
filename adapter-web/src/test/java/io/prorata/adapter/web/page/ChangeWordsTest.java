package io.prorata.adapter.web.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.page.frame.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The history has words for every change that the program makes, and for what changes keep. */
class ChangeWordsTest {

    private static final Path APPLICATION = Path.of("..", "application", "src");
    /** The sample household of the demo. */
    private static final Path SAMPLE =
            Path.of("..", "bootstrap", "src", "main", "java", "io", "prorata", "bootstrap", "demo");

    private static final Pattern WHAT =
            Pattern.compile("AuditEntry\\s*\\.(?:added|changed|removed)\\(\\s*\"([^\"]+)\"");
    private static final List<String> PLANS = List.of("fixed expense", "provision", "budget");

    /** What is left out, or shown by what is in it. */
    private static final Set<String> NOT_SHOWN = Set.of(
            "account_id",
            "add_tags",
            "at",
            "attribution",
            "bank_id",
            "by",
            "by_person",
            "by_rule",
            "card",
            "choices",
            "chosen",
            "among",
            "ids",
            "classification",
            "colour",
            "edit",
            "entries",
            "filter",
            "first_id",
            "form",
            "header",
            "icon",
            "id",
            "import_id",
            "income",
            "line",
            "moved",
            "noted_at",
            "own_split",
            "position",
            "provision_id",
            "minor",
            "names",
            "ppm",
            "revision",
            "sorted_by",
            "tag",
            "thing",
            "types",
            "tax_rule",
            "terms",
            "text",
            "transactions",
            "typed_by",
            "undone_at");

    @Test
    void everyChangeHasWords() throws IOException {
        Set<String> changes = new TreeSet<>(changes(APPLICATION.resolve("main")));
        assertTrue(changes.size() > 40, changes.toString());
        Set<String> ofSample = changes(SAMPLE);
        assertTrue(ofSample.size() > 3, ofSample.toString());
        changes.addAll(ofSample);
        for (String plan : PLANS) {
            changes.add(plan + " revised");
            changes.add(plan + " ended");
        }
        for (Language language : Language.values()) {
            Words words = Words.in(language);
            for (String change : changes) {
                assertTrue(words.has("what." + change.replace(' ', '_')), language + ": " + change);
            }
        }
    }

    /** Returns what the sources in {@code folder} write into the audit. */
    private static Set<String> changes(Path folder) throws IOException {
        Set<String> changes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(folder)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher what = WHAT.matcher(Files.readString(source));
                while (what.find()) {
                    changes.add(what.group(1));
                }
            }
        }
        return changes;
    }

    @Test
    void everyFieldThatIsKeptHasWords() throws IOException {
        Path names;
        try (Stream<Path> files = Files.walk(APPLICATION.resolve("test"))) {
            names = files.filter(file -> file.endsWith("audit-names.txt"))
                    .findFirst()
                    .orElseThrow();
        }
        Set<String> missing = new TreeSet<>();
        int fields = 0;
        for (String line : Files.readAllLines(names)) {
            for (String field : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                if (!field.isBlank()) {
                    fields++;
                    if (!NOT_SHOWN.contains(field.strip())
                            && !Words.in(Language.EN).has("audit." + field.strip())) {
                        missing.add(field.strip());
                    }
                }
            }
        }
        assertTrue(fields > 100);
        assertTrue(missing.isEmpty(), missing.toString());
    }
}
