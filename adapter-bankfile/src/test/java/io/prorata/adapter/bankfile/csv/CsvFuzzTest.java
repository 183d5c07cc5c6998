package io.prorata.adapter.bankfile.csv;

import io.prorata.domain.RefusedException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever happens to the bytes of a bank file, it is refused with a reason, or each of its lines is read or refused. */
class CsvFuzzTest {

    /** Ten times as many with {@code ./prorata test --all}. */
    private static final int INPUTS = "all".equals(System.getProperty("prorata.tests")) ? 100_000 : 10_000;

    private static final List<String> TOKENS = List.of(
            ";",
            ",",
            "\t",
            "\"",
            "\n",
            "\r\n",
            "-",
            "+",
            "1e999",
            "99999999999999999999",
            "1.234",
            "1,234",
            "Dr",
            "CR",
            "(",
            ")",
            "31/02/2024",
            "24/01/15",
            "45306",
            "1705312800",
            "EUR",
            "USD",
            "Total",
            "Solde",
            "Date;Label;Amount\n",
            "\u0000",
            "Ã©",
            "=\"\"",
            "\uFEFF",
            "'",
            "|",
            " ",
            "99991231",
            "000000",
            "0",
            "D",
            "C");

    private static final List<Map<String, String>> OPTIONS = List.of(
            Map.of(),
            Map.of(),
            Map.of("reversed", "yes"),
            Map.of("date_format", "month-first"),
            Map.of("date_format", "yy/MM/dd", "decimal", "comma"),
            Map.of("header", "no", "date_column", "1", "label_column", "2", "amount_column", "3", "sign_column", "4"),
            Map.of("sign_column", "1", "out", "-,x", "in", "+,y"),
            Map.of("only", "1=20", "encoding", "windows-1250"));

    @Test
    void mutatedFilesNeverBreakTheReader() throws IOException, URISyntaxException {
        List<byte[]> files = files();
        for (long seed = 0; seed < INPUTS; seed++) {
            var random = new SplittableRandom(seed);
            byte[] bytes = mutated(files.get(random.nextInt(files.size())), random);
            Map<String, String> options = OPTIONS.get(random.nextInt(OPTIONS.size()));
            String currency = random.nextInt(8) == 0 ? "JPY" : "EUR";
            try {
                Readings.of(bytes, options, Currency.getInstance(currency));
            } catch (RefusedException e) {
                // Refused as a whole, with a reason.
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + " " + options + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
            }
        }
    }

    private static byte[] mutated(byte[] file, SplittableRandom random) {
        byte[] bytes = file;
        int mutations = 1 + random.nextInt(5);
        for (int i = 0; i < mutations && bytes.length > 2; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(30));
            bytes = switch (random.nextInt(5)) {
                case 0 -> with(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> with(bytes, at, at + length, new byte[0]);
                case 2 -> with(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
                case 3 -> with(bytes, at, at + random.nextInt(2), token(random));
                default -> Arrays.copyOf(bytes, at + 1);
            };
        }
        return bytes;
    }

    private static byte[] token(SplittableRandom random) {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns {@code bytes} with what lies from {@code from} to {@code to} replaced. */
    private static byte[] with(byte[] bytes, int from, int to, byte[] replacement) {
        int end = Math.min(to, bytes.length);
        byte[] result = new byte[from + replacement.length + bytes.length - end];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(replacement, 0, result, from, replacement.length);
        System.arraycopy(bytes, end, result, from + replacement.length, bytes.length - end);
        return result;
    }

    private static List<byte[]> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(CsvFuzzTest.class.getResource("/oddities"))
                .toURI());
        try (Stream<Path> paths = Files.list(folder)) {
            List<Path> files = paths.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files) {
                contents.add(Files.readAllBytes(file));
            }
            return contents;
        }
    }
}
