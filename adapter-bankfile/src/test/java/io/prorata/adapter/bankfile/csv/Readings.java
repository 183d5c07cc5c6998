package io.prorata.adapter.bankfile.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.adapter.bankfile.detection.FileReading;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ReadLine.Accepted;
import io.prorata.application.bankfile.ReadLine.Refused;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.Refusal.UnreadableBankFile;
import io.prorata.domain.RefusedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file as it was read, for tests to look at.
 *
 * @param accepted the lines that became transactions
 * @param refused the reasons of the others, by line
 */
public record Readings(CsvFileReader reader, List<Accepted> accepted, Map<Integer, String> refused) {

    public static final Currency EUR = Currency.getInstance("EUR");

    /** Reads a table of text by {@code options}. */
    public static Readings of(byte[] bytes, Map<String, String> options, Currency currency) {
        var reader = CsvFileReader.of(file(bytes), ReadOptions.parse(options), currency);
        List<Accepted> accepted = new ArrayList<>();
        Map<Integer, String> refused = new TreeMap<>();
        FileReading.of(reader).lines().forEach(line -> {
            switch (line) {
                case Accepted good -> accepted.add(good);
                case Refused(int number, String reason) -> refused.put(number, reason);
            }
        });
        return new Readings(reader, accepted, refused);
    }

    /** Reads a table of text in UTF-8 and euros. */
    public static Readings of(String text, Map<String, String> options) {
        return of(text.getBytes(StandardCharsets.UTF_8), options, EUR);
    }

    /** Reads a table of text in UTF-8 and euros, of which nothing is said. */
    public static Readings of(String text) {
        return of(text, Map.of());
    }

    /** Reads a file with these amounts, which all are good. */
    static List<Long> amounts(Currency currency, Map<String, String> options, String... amounts) {
        String text = Stream.of(amounts)
                .map(amount -> "2024-01-31\tx\t" + amount)
                .collect(Collectors.joining("\n", "Date\tLabel\tAmount\n", "\n"));
        Readings readings = of(text.getBytes(StandardCharsets.UTF_8), options, currency);
        assertEquals(Map.of(), readings.refused(), text);
        return readings.accepted().stream()
                .map(line -> line.bank().amount().minor())
                .toList();
    }

    /** Returns a file without a name that holds {@code bytes}. */
    public static BankFile file(byte[] bytes) {
        return new BankFile(null, () -> new ByteArrayInputStream(bytes));
    }

    /** Asserts that the file as a whole is refused, and returns why. */
    static UnreadableBankFile unreadable(byte[] bytes, Map<String, String> options) {
        var thrown = assertThrows(RefusedException.class, () -> of(bytes, options, EUR));
        return (UnreadableBankFile) thrown.refusal();
    }

    static void assertUnreadable(String reason, String option, String text, Map<String, String> options) {
        UnreadableBankFile refusal = unreadable(text.getBytes(StandardCharsets.UTF_8), options);
        assertEquals(reason + " " + option, refusal.reason() + " " + Objects.requireNonNullElse(refusal.option(), "-"));
    }

    static void assertUnreadable(String reason, String option, String text) {
        assertUnreadable(reason, option, text, Map.of());
    }

    /** Returns each accepted line in short: {@code 2024-03-01 -640 Boulangerie [account] category/subcategory}. */
    public List<String> lines() {
        return accepted.stream().map(FileReading::inShort).toList();
    }

    /** Returns what the file was read with a warning of. */
    public List<String> warnings() {
        return reader.warnings().stream().map(Object::toString).toList();
    }
}
