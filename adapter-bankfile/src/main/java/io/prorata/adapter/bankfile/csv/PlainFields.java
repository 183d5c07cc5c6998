package io.prorata.adapter.bankfile.csv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits lines without quotes, or with fully quoted fields: nearly all lines of nearly all files. FastCSV splits the others, and would
 * split these in the same way (decision 0240).
 */
final class PlainFields {

    private static final int USUAL_FIELDS = 16;

    private PlainFields() {}

    /** Returns the fields of {@code line}; null if it is not as plain as that. */
    static @Nullable List<String> split(String line, char delimiter) {
        List<String> fields = new ArrayList<>(USUAL_FIELDS);
        int length = line.length();
        int at = 0;
        while (true) {
            boolean quoted = at < length && line.charAt(at) == '"';
            int end = quoted ? closing(line, at + 1, delimiter) : end(line, at, delimiter);
            if (end < 0) {
                return null;
            }
            fields.add(quoted ? line.substring(at + 1, end - 1) : line.substring(at, end));
            if (end == length) {
                return fields;
            }
            at = end + 1;
        }
    }

    /** Returns where a field in quotes ends; -1 if it does not with its next quote. */
    private static int closing(String line, int from, char delimiter) {
        int end = line.indexOf('"', from) + 1;
        return end > 0 && (end == line.length() || line.charAt(end) == delimiter) ? end : -1;
    }

    /** Returns where a field without quotes ends; -1 if there is a quote in it. */
    private static int end(String line, int from, char delimiter) {
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == delimiter) {
                return at;
            }
            if (c == '"') {
                return -1;
            }
        }
        return line.length();
    }
}
