package io.prorata.adapter.bankfile.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadLine.Accepted;
import io.prorata.application.bankfile.ReadLine.Refused;
import io.prorata.application.bankfile.ReadOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real bank files that nobody of the project wrote, with figures computed apart from it. They lie beside the project and not in it,
 * because of their licences: where they are not, the test is reported as skipped.
 */
class BankSamplesTest {

    private static final Path SAMPLES = samples();

    /** What {@code docs/bank-files.md} says these files need. */
    static final Map<String, Map<String, String>> OPTIONS = Map.of(
            "csv/bnp-loan-latin1.csv",
            Map.of(
                    "header", "no",
                    "skip", "1",
                    "date_column", "1",
                    "label_column", "4",
                    "amount_column", "5",
                    "date_format", "day-first"),
            "csv/raiffeisen-flag.csv",
            Map.of(
                    "header", "no",
                    "date_column", "1",
                    "label_column", "2",
                    "amount_column", "4",
                    "sign_column", "5",
                    "out", "O",
                    "in", "I,EUR"),
            "csv/ynab.csv",
            Map.of("date_format", "month-first"));

    @TestFactory
    Stream<DynamicTest> everyFileGivesTheFiguresThatWereComputedApart() throws IOException {
        if (!Files.isDirectory(SAMPLES)) {
            // A factory that is aborted is counted as nothing at all: a test that is aborted is reported as skipped,
            // with its message.
            return Stream.of(DynamicTest.dynamicTest(
                    "nothing to read", () -> abort("Nothing was tested: there are no bank files in " + SAMPLES + ".")));
        }
        JsonNode expected =
                new ObjectMapper().readTree(SAMPLES.resolve("expected.json").toFile());
        List<DynamicTest> tests = tests(expected);
        assertFalse(tests.isEmpty(), "expected.json names no CSV file");
        return tests.stream();
    }

    private static List<DynamicTest> tests(JsonNode expected) {
        return expected.properties().stream()
                .flatMap(entry -> currencies(entry.getValue())
                        .map(currency -> DynamicTest.dynamicTest(
                                entry.getKey() + " in " + currency,
                                () -> check(entry.getKey(), entry.getValue(), Currency.getInstance(currency)))))
                .toList();
    }

    private static Stream<String> currencies(JsonNode file) {
        List<String> currencies = file.get("currencies").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        // A file of which nothing can be read is in no currency.
        return (currencies.isEmpty() ? List.of("EUR") : currencies).stream();
    }

    private static void check(String name, JsonNode expected, Currency currency) {
        List<Accepted> accepted = new ArrayList<>();
        Map<Integer, String> refused = new TreeMap<>();
        var reader = new BankFileReaders()
                .open(file(name), ReadOptions.parse(OPTIONS.getOrDefault(name, Map.of())), currency);
        reader.read(
                line -> {
                    switch (line) {
                        case Accepted good -> accepted.add(good);
                        case Refused bad -> refused.put(bad.line(), bad.reason());
                    }
                },
                Progress.NONE);
        String found = reader.format() + " refused " + refused;

        assertEquals(expected.get("rows").asInt(), reader.lines(), found);
        assertEquals(reader.lines(), accepted.size() + refused.size(), found);

        // Lines that may be accepted or refused are in no expected figure, and neither are those of other currencies.
        List<Integer> eitherWay = lines(expected.at("/either_way/lines_a_reader_may_accept_or_refuse_with_a_message"));
        accepted.removeIf(line -> eitherWay.contains(line.line()));
        refused.keySet().removeAll(eitherWay);
        JsonNode figures = expected.get("currencies").get(currency.getCurrencyCode());
        if (figures == null) {
            assertEquals(List.of(), accepted, found);
            return;
        }
        assertEquals(figures.get("n").asInt(), accepted.size(), found);
        assertEquals(decimal(figures.get("total")), total(accepted, currency), found);
        assertEquals(
                decimal(figures.get("debits")),
                total(
                        accepted.stream()
                                .filter(line -> line.bank().amount().isNegative())
                                .toList(),
                        currency),
                found);
        for (int line : rejected(expected)) {
            assertTrue(eitherWay.contains(line) || refused.containsKey(line), "line " + line + " of " + found);
        }
        expected.get("months").properties().forEach(month -> {
            JsonNode of = month.getValue().get(currency.getCurrencyCode());
            List<Accepted> rows = accepted.stream()
                    .filter(line -> YearMonth.from(line.bank().date()).equals(YearMonth.parse(month.getKey())))
                    .toList();
            assertEquals(of == null ? 0 : of.get("n").asInt(), rows.size(), month.getKey() + found);
            assertEquals(of == null ? BigDecimal.ZERO : decimal(of.get("total")), total(rows, currency), found);
        });
        if (expected.has("accounts")) {
            Map<String, Long> accounts = new HashMap<>();
            accepted.forEach(line -> accounts.merge(String.valueOf(line.bank().account()), 1L, Long::sum));
            expected.get("accounts")
                    .properties()
                    .forEach(account -> assertEquals(
                            account.getValue().get("n").asLong(), accounts.get(account.getKey()), account + found));
        }
        if (expected.has("categories")) {
            Map<String, Long> categories = new HashMap<>();
            // The figures are those of the lower level, where there are two.
            accepted.forEach(line -> categories.merge(
                    name.endsWith(".qif") && line.subcategory() != null
                            ? line.category() + ":" + line.subcategory()
                            : line.subcategory() != null && !twoNamedLevels(name)
                                    ? line.subcategory()
                                    : line.category() == null ? "" : line.category(),
                    1L,
                    Long::sum));
            expected.get("categories")
                    .properties()
                    .forEach(category -> assertEquals(
                            category.getValue()
                                    .get(currency.getCurrencyCode())
                                    .get("n")
                                    .asLong(),
                            categories.get(category.getKey()),
                            category + found));
        }
    }

    /** These name a category and a subcategory, and the figures are by category. */
    private static boolean twoNamedLevels(String name) {
        return name.equals("csv/caisse-epargne-2024.csv") || name.equals("csv/ing-es.csv");
    }

    private static BankFile file(String name) {
        Path path = SAMPLES.resolve(name);
        return new BankFile(
                name,
                () -> name.endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(path))
                        : Files.newInputStream(path));
    }

    /** Returns the numbers of refused lines: of lines in a table, of entries in other formats. */
    private static List<Integer> rejected(JsonNode expected) {
        return StreamSupport.stream(expected.get("rejected").spliterator(), false)
                .map(line -> line.has("line")
                        ? line.get("line").asInt()
                        : line.get("n").asInt())
                .toList();
    }

    private static List<Integer> lines(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asText()).stripTrailingZeros();
    }

    private static BigDecimal total(List<Accepted> lines, Currency currency) {
        long minor =
                lines.stream().mapToLong(line -> line.bank().amount().minor()).sum();
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).stripTrailingZeros();
    }

    private static Path samples() {
        return project().resolveSibling("shared").resolve("data");
    }

    /** Returns the project's folder: tests run in it, or in their module's. */
    static Path project() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("mvnw")) ? here : Objects.requireNonNull(here.getParent());
    }
}
