package io.prorata.adapter.bankfile.csv;

import java.util.List;
import java.util.Optional;

/**
 * A line split into fields; one that spans lines inside quotes counts as one.
 *
 * @param line the number of its first line
 * @param problem why it could not be split; it has no fields then
 */
record Row(int line, List<String> fields, Optional<String> problem) {

    static Row of(int line, List<String> fields) {
        return new Row(line, fields, Optional.empty());
    }

    static Row broken(int line, String problem) {
        return new Row(line, List.of(), Optional.of(problem));
    }

    /** Whether it is blank: an empty line, or delimiters alone. */
    boolean isBlank() {
        if (problem.isPresent()) {
            return false;
        }
        for (String field : fields) {
            if (!isBlank(field)) {
                return false;
            }
        }
        return true;
    }

    /** Returns a field without the blanks around it; empty if the row is shorter. */
    String field(int place) {
        if (place >= fields.size()) {
            return "";
        }
        String field = stripped(fields.get(place));
        return field.length() > 2 && field.charAt(0) == '=' ? withoutFormula(field) : field;
    }

    /** {@code ="text"} makes spreadsheets show a text unchanged. */
    private static String withoutFormula(String field) {
        return field.charAt(1) == '"' && field.endsWith("\"")
                ? stripped(field.substring(2, field.length() - 1))
                : field;
    }

    private static boolean isBlank(String field) {
        return stripped(field).isEmpty();
    }

    /** Also of no-break spaces, which {@link String#strip} leaves. */
    private static String stripped(String field) {
        int from = 0;
        int to = field.length();
        while (from < to && isSpace(field.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(field.charAt(to - 1))) {
            to--;
        }
        return field.substring(from, to);
    }

    private static boolean isSpace(char c) {
        // The common case: letters and digits.
        return c <= ' '
                ? Character.isWhitespace(c)
                : c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
