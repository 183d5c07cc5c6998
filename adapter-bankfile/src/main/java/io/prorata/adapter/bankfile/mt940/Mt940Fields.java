package io.prorata.adapter.bankfile.mt940;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits messages into fields, in bounded memory. */
final class Mt940Fields {

    private static final Set<String> TAGS = Set.of(
            "20", "21", "25", "25P", "28", "28C", "60F", "60M", "61", "86", "62F", "62M", "64", "65", "13", "13D",
            "34F", "90C", "90D", "NS");

    private static final Pattern BEGIN = Pattern.compile(":(\\d{2}[A-Z]?|NS):(.*)", Pattern.DOTALL);

    /** The blocks before the first field of a message. */
    private static final Pattern BLOCKS = Pattern.compile("^\\{.*?\\{4:");

    private static final int LONGEST_LINE = 4096;
    private static final int MOST_LINES = 100;

    private final BufferedReader reader;
    private int number;
    private @Nullable String ahead;
    private boolean aheadRead;

    Mt940Fields(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    /** Returns the next field; null at the end. Lines outside fields are skipped. */
    @Nullable
    Mt940Field next() throws IOException {
        for (String line = line(); line != null; line = line()) {
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches() && TAGS.contains(begin.group(1))) {
                return field(begin.group(1), begin.group(2));
            }
        }
        return null;
    }

    private Mt940Field field(String tag, String first) throws IOException {
        int at = number;
        List<String> lines = new ArrayList<>();
        lines.add(first);
        for (String line = peek(); line != null && goesOn(line); line = peek()) {
            line();
            if (lines.size() < MOST_LINES) {
                lines.add(line);
            }
        }
        return new Mt940Field(at, tag, List.copyOf(lines));
    }

    /** A dash alone ends a message; behind it stands the next one. */
    private static boolean goesOn(String line) {
        String stripped = line.strip();
        if (stripped.equals("-") || stripped.equals("-}") || stripped.startsWith("{1:")) {
            return false;
        }
        Matcher begin = BEGIN.matcher(line);
        return !(begin.matches() && TAGS.contains(begin.group(1)));
    }

    private @Nullable String peek() throws IOException {
        if (!aheadRead) {
            ahead = read();
            aheadRead = true;
        }
        return ahead;
    }

    private @Nullable String line() throws IOException {
        String line = peek();
        aheadRead = false;
        number++;
        return line;
    }

    /** Reads a line, of which no more is kept than any line of a message has. */
    private @Nullable String read() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
            c = reader.read();
        }
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        return BLOCKS.matcher(line).replaceFirst("").replaceFirst("^\\s+(?=:\\d{2})", "");
    }
}
