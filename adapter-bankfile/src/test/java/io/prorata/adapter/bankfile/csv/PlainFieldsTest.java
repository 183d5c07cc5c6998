package io.prorata.adapter.bankfile.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Lines that are split without FastCSV are split as it would. */
class PlainFieldsTest {

    private static final String LETTERS = ";;;\"\"  ,\tab1\u00a0é=\\'";

    @Test
    void plainLinesAreSplitAsByFastCsv() {
        int plain = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            String line = line(new SplittableRandom(seed));
            List<String> fields = PlainFields.split(line, ';');
            if (fields != null) {
                plain++;
                assertEquals(byFastCsv(line), fields, "seed " + seed + ": " + line);
            }
        }
        assertTrue(plain > 5_000, plain + " lines are plain");
    }

    @Test
    void quotesThatMeanMoreThanAFieldAreLeftToFastCsv() {
        for (String line :
                List.of("a;\"b\"\"c\"", "a\"b", " \"a\";b", "\"a\" ;b", "\"a", "a;\"b\\\";c\"d", "\"\"\"\"")) {
            assertNull(PlainFields.split(line, ';'), line);
        }
        assertEquals(List.of("a", "", "b;c", ""), PlainFields.split("a;;\"b;c\";", ';'));
        assertEquals(List.of("", ""), PlainFields.split("\"\";\"\"", ';'));
    }

    private static String line(SplittableRandom random) {
        StringBuilder line = new StringBuilder();
        int letters = 1 + random.nextInt(12);
        for (int i = 0; i < letters; i++) {
            line.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return line.toString();
    }

    private static List<String> byFastCsv(String line) {
        try {
            return Rows.splitter(';', false).ofSingleCsvRecord(line).getFields();
        } catch (CsvParseException e) {
            throw new AssertionError("FastCSV refuses " + line, e);
        }
    }
}
