package io.prorata.bootstrap.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that are not longer than the terminal is wide. */
public final class Wrapping {

    private static final String STEP = "  ";

    private Wrapping() {}

    /**
     * Returns {@code text} in lines, between words; a word that is longer than a line stands alone.
     *
     * @param depth how far the text is indented; what goes on in another line is indented once more
     */
    public static List<String> lines(String text, int depth, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder(STEP.repeat(depth));
        boolean begun = false;
        for (String word : text.split(" ", -1)) {
            if (begun && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(STEP.repeat(depth + 1));
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
