package io.prorata.application.export;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV (RFC 4180) whose texts no spreadsheet takes for a formula: what would begin one has an apostrophe in front. A text that
 * begins with an apostrophe gets one, too, so that {@link #read} gives every text back.
 */
public final class CsvText {

    /** What begins a formula in any of the usual spreadsheets, in full width too, and what they pass over before one. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char APOSTROPHE = '\'';

    private CsvText() {}

    /** A cell of a line. */
    public sealed interface Cell {

        /** What a person or a bank wrote; absent is an empty cell. */
        record Text(@Nullable String text) implements Cell {}

        /** A number, a date or a word of ours: it is written as it is. */
        record Value(Object value) implements Cell {}
    }

    /** Returns a line with its end. */
    public static String line(List<? extends Cell> cells) {
        return cells.stream().map(CsvText::written).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Returns a text as it was before {@link #line} wrote it, once the quotes are off. */
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
