package io.prorata.adapter.bankfile.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a line whose quoted fields hold quotes that are not doubled: a quote closes its field if a delimiter or the end follows. */
final class StrayQuotes {

    private StrayQuotes() {}

    /** Returns the fields; empty if a field is never closed. */
    static Optional<List<String>> split(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            int begin = pastBlanks(line, at);
            if (begin < line.length() && line.charAt(begin) == '"') {
                int end = closing(line, begin + 1, delimiter);
                if (end < 0) {
                    return Optional.empty();
                }
                fields.add(line.substring(begin + 1, end).replace("\\\"", "\"").replace("\"\"", "\""));
                at = pastBlanks(line, end + 1) + 1;
            } else {
                int end = line.indexOf(delimiter, at);
                fields.add(line.substring(at, end < 0 ? line.length() : end));
                at = end < 0 ? line.length() + 1 : end + 1;
            }
        }
        return Optional.of(fields);
    }

    private static int closing(String line, int from, char delimiter) {
        for (int at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
            int next = pastBlanks(line, at + 1);
            if (next == line.length() || line.charAt(next) == delimiter) {
                return at;
            }
        }
        return -1;
    }

    private static int pastBlanks(String line, int at) {
        int past = at;
        while (past < line.length() && line.charAt(past) == ' ') {
            past++;
        }
        return past;
    }
}
