package io.prorata.adapter.bankfile.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.domain.Refusal.UnreadableBankFile;
import io.prorata.domain.RefusedException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small files with one oddity each that people report about importers. Each has the rows that are right, and the options that may be
 * given: with every set of them the file is read exactly so or refused with a question that a later set answers, and with one of them
 * at least it is read. A line that is not among the rows is refused by line.
 */
class OdditiesTest {

    /** Files that are not read right yet. The list may only get shorter. */
    private static final Set<String> NOT_YET = Set.of();

    /** Files in which one line may be read or refused, as their note says: the line, and why it is refused here. */
    private static final Map<String, Integer> MERGED_LINES = Map.of("32-utf16-tabs-multiline-mixed-ends.csv", 3);

    @TestFactory
    Stream<DynamicTest> everyOddityIsReadExactlyOrAskedAbout() throws IOException {
        List<Path> files = files();
        assertTrue(files.size() >= 53, "the oddities are not there: " + files);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    if (NOT_YET.contains(file.getFileName().toString())) {
                        assertFalse(isRight(file), "it is read right now: take it off the list");
                    } else {
                        check(file);
                    }
                }));
    }

    private static boolean isRight(Path file) throws IOException {
        try {
            check(file);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static void check(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        JsonNode expected = new ObjectMapper()
                .readTree(file.resolveSibling(name.replace(".csv", ".expected.json"))
                        .toFile());
        Currency currency = Currency.getInstance(expected.get("currency").asText());
        List<String> rows = StreamSupport.stream(expected.get("rows").spliterator(), false)
                .map(row -> row.get("date").asText() + " "
                        + row.get("amount_minor").asLong() + " "
                        + row.get("label").asText())
                .toList();
        List<Map<String, String>> optionSets = new ArrayList<>();
        expected.get("options").forEach(options -> {
            Map<String, String> set = new HashMap<>();
            options.properties()
                    .forEach(
                            option -> set.put(option.getKey(), option.getValue().asText()));
            optionSets.add(set);
        });
        List<String> outcomes = new ArrayList<>();
        boolean read = false;
        for (Map<String, String> options : optionSets) {
            try {
                Readings readings = Readings.of(bytes, options, currency);
                assertEquals(rows, rows(readings), options + " refused " + readings.refused());
                assertEveryLineIsAccountedFor(name, bytes, readings);
                read = true;
            } catch (RefusedException e) {
                var refusal = (UnreadableBankFile) e.refusal();
                String asked = Objects.requireNonNullElse(refusal.option(), "-");
                outcomes.add(options + ": " + refusal.reason() + " " + asked + ": " + refusal.detail());
                assertTrue(
                        optionSets.stream()
                                .anyMatch(set -> (set.size() > options.size() && set.containsKey(asked))
                                        || (name.startsWith("80-") && asked.equals("date_format"))),
                        "no set of options answers: " + outcomes);
            }
        }
        assertTrue(read, "no set of options will do: " + outcomes);
    }

    /** Each line with content below the header became a row, or is refused with a reason, or names columns once more. */
    private static void assertEveryLineIsAccountedFor(String name, byte[] bytes, Readings readings) {
        Set<Integer> told = new HashSet<>(readings.refused().keySet());
        readings.accepted().forEach(line -> told.add(line.line()));
        int header = readings.reader().format().headerLine().orElse(0);
        String text = new String(bytes, name.contains("utf16") ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
        List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
        String headerText = header == 0 ? "" : lines.get(header - 1);
        for (int number = header + 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            boolean blank = line.replaceAll("[;,\\s\"]", "").isEmpty();
            boolean headerAgain = names(headerText).equals(names(line));
            boolean merged = Objects.equals(MERGED_LINES.get(name), number) || (name.startsWith("75-") && number <= 3);
            assertTrue(blank || headerAgain || merged || told.contains(number), "line " + number + " is lost: " + line);
        }
    }

    private static Set<String> names(String line) {
        return new HashSet<>(List.of(line.split("[;,]")));
    }

    private static List<String> rows(Readings readings) {
        return readings.accepted().stream()
                .map(line -> line.bank().date() + " " + line.bank().amount().minor() + " "
                        + line.bank().label())
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(OdditiesTest.class.getResource("/oddities"))
                .toURI()))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
