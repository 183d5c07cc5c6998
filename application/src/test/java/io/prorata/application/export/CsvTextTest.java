package io.prorata.application.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.prorata.application.export.CsvText.Cell;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    private static final String LETTERS = "=+-@'\"\t\r\n,;a \uFF1D\uFF0B\uFF0D\uFF20";

    /** Whatever the text, its cell begins no formula, and it is the same text when it is read. */
    @Test
    void noTextIsAFormulaAndEveryTextComesBack() {
        for (long seed = 0; seed < 5_000; seed++) {
            String text = any(new SplittableRandom(seed));
            String line = CsvText.line(List.of(new Cell.Text(text)));
            String cell = unquoted(line.substring(0, line.length() - 2));
            String example = "seed " + seed + ": " + text;

            assertEquals(text, CsvText.read(cell), example);
            assertFalse(!cell.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(cell.charAt(0)) >= 0, example);
        }
    }

    private static String any(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    @Test
    void aNumberIsWrittenAsItIs() {
        assertEquals(
                "-1.00,,'-1,\"a,b\"\r\n",
                CsvText.line(List.of(
                        new Cell.Value("-1.00"), new Cell.Text(null), new Cell.Text("-1"), new Cell.Text("a,b"))));
    }
}
