package io.prorata.adapter.bankfile.statement;

import io.prorata.application.bankfile.ReadOptions;

/** Texts of a bank, as people can read them. */
public final class Texts {

    private Texts() {}

    /**
     * Returns who and what for in one text: both, unless one says the other again, as banks do that cut the name off in one and write
     * it out in the other.
     */
    public static String joined(String who, String what) {
        String first = spaced(who);
        String second = spaced(what);
        if (first.isEmpty() || second.isEmpty()) {
            return first + second;
        }
        String foldedFirst = ReadOptions.fold(first);
        String foldedSecond = ReadOptions.fold(second);
        if (foldedSecond.contains(foldedFirst)) {
            return second;
        }
        return foldedFirst.contains(foldedSecond) ? first : first + " " + second;
    }

    /** Returns {@code text} with one blank for any run of blanks, line ends and characters that cannot be shown. */
    public static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean gap = false;
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (isBlank(point)) {
                gap = true;
            } else {
                if (gap && !spaced.isEmpty()) {
                    spaced.append(' ');
                }
                gap = false;
                spaced.appendCodePoint(point);
            }
        }
        return spaced.toString();
    }

    private static boolean isBlank(int point) {
        int type = Character.getType(point);
        return point == ' '
                || Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.SURROGATE;
    }

    /** Returns the first {@code longest} characters of {@code text}. */
    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }
}
