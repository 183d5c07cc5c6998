package io.prorata.application.export;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV (RFC 4180) without formulas: a text that a spreadsheet would take for a formula gets an apostrophe in front. So does a text
 * that begins with an apostrophe, so that {@link #read} restores every text.
 */
public final class CsvText {

    /** The characters that start a formula in common spreadsheets, also in full width, and those that are skipped before it. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char APOSTROPHE = '\'';

    private CsvText() {}

    /** A cell of a line. */
    public sealed interface Cell {

        /** A text of a person or a bank; null is an empty cell. */
        record Text(@Nullable String text) implements Cell {}

        /** A number, a date or a constant: it is written unchanged. */
        record Value(Object value) implements Cell {}
    }

    /** Returns a line with its line break. */
    public static String line(List<? extends Cell> cells) {
        return cells.stream().map(CsvText::written).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Returns the original of a text that {@link #line} wrote, without its quotes. */
    public static String read(String cell) {
        return cell.length() > 1 && cell.charAt(0) == APOSTROPHE && isMarked(cell.charAt(1)) ? cell.substring(1) : cell;
    }

    private static String written(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text == null ? "" : quoted(defused(text));
            case Cell.Value(Object value) -> quoted(value.toString());
        };
    }

    private static String defused(String text) {
        return !text.isEmpty() && isMarked(text.charAt(0)) ? APOSTROPHE + text : text;
    }

    private static boolean isMarked(char first) {
        return first == APOSTROPHE || FORMULA.indexOf(first) >= 0;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
