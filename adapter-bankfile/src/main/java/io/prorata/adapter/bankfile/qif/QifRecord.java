package io.prorata.adapter.bankfile.qif;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one record.
 *
 * @param line the number of its first line
 * @param tooLong whether it has more lines than any record, and the rest was left out
 */
record QifRecord(int line, List<String> lines, boolean tooLong) {

    /** Returns the value of the first line that begins with {@code letter}, before any split; empty text if there is none. */
    String value(char letter) {
        for (String line : lines) {
            if (line.charAt(0) == letter) {
                return line.substring(1).strip();
            }
            if (line.charAt(0) == 'S') {
                break;
            }
        }
        return "";
    }

    /** Collects the lines of a record. */
    static final class Builder {
        private static final int MOST_LINES = 1000;

        private final int line;
        private final List<String> lines = new ArrayList<>();
        private boolean tooLong;
        private boolean dated;
        private boolean amounted;

        /** Where a second date stands, which begins a split or, in files without carets, the next record; negative if nowhere. */
        private int secondDate = -1;

        private int secondDateLine;

        Builder(int line) {
            this.line = line;
        }

        /**
         * Takes a line that is not empty.
         *
         * @return the record that ended before it, if a file without carets begins the next one here
         */
        @Nullable
        QifRecord take(int number, String text) {
            char letter = text.charAt(0);
            if (letter == 'D' && dated && amounted) {
                secondDate = lines.size();
                secondDateLine = number;
            } else if (letter == 'S' || letter == '$' || letter == 'E') {
                // The date was that of a split.
                secondDate = -1;
            }
            boolean amount = letter == 'T' || letter == 'U';
            if (amount && secondDate >= 0) {
                var ended = new QifRecord(line, List.copyOf(lines.subList(0, secondDate)), tooLong);
                return ended;
            }
            dated |= letter == 'D';
            amounted |= amount;
            if (lines.size() < MOST_LINES) {
                lines.add(text);
            } else {
                tooLong = true;
            }
            return null;
        }

        /** Returns what is known already of the record that began at the second date. */
        Builder next() {
            var next = new Builder(secondDateLine);
            for (String text : lines.subList(secondDate, lines.size())) {
                next.take(secondDateLine, text);
            }
            return next;
        }

        boolean isEmpty() {
            return lines.isEmpty();
        }

        QifRecord record() {
            return new QifRecord(line, List.copyOf(lines), tooLong);
        }
    }
}
