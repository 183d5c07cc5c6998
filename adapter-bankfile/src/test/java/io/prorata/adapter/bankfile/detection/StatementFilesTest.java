package io.prorata.adapter.bankfile.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files of OFX, QIF, CAMT and MT940, each with one oddity of those that banks and programs are known for, and beside each what is to be
 * read of it: a line for each of its own with number, date, cents, label, account, id and category, or an exclamation mark and the reason
 * why it is refused. {@code option name=value} says what the sender says of it. The files are made up.
 */
class StatementFilesTest {

    private static final String EXPECTED = ".expected";

    @TestFactory
    Stream<DynamicTest> eachFileIsReadAsItShouldBe() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(
                Objects.requireNonNull(file.getParent()).getFileName() + "/" + file.getFileName(), () -> check(file)));
    }

    /** A test of files that are not found tests nothing. */
    @Test
    void everyFormatHasTenOdditiesAtLeast() throws IOException {
        for (String format : List.of("ofx", "qif", "camt", "mt940")) {
            long count = files().filter(
                            file -> Objects.requireNonNull(file.getParent()).endsWith(format))
                    .count();
            assertTrue(count >= 10, format + ": " + count);
        }
    }

    private static void check(Path file) throws IOException {
        List<String> expected = Files.readAllLines(Path.of(file + EXPECTED));
        Map<String, String> options = new HashMap<>();
        expected.stream().filter(line -> line.startsWith("option ")).forEach(line -> {
            String[] option = line.substring("option ".length()).split("=", 2);
            options.put(option[0], option[1]);
        });
        assertEquals(
                expected.stream().filter(line -> !line.startsWith("option ")).toList(),
                FileReading.inShort(Files.readAllBytes(file), options, FileReading.EUR));
    }

    private static Stream<Path> files() throws IOException {
        try {
            Path root = Path.of(Objects.requireNonNull(StatementFilesTest.class.getResource("/statements"))
                    .toURI());
            List<Path> files;
            try (Stream<Path> all = Files.walk(root)) {
                files = all.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(EXPECTED))
                        .sorted()
                        .toList();
            }
            return files.stream();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
