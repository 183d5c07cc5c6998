package io.prorata.adapter.bankfile.text;

/** The letters of dates and amounts in the form in which they are read. */
public final class PlainText {

    private PlainText() {}

    /** Returns {@code text} with one minus, one space, one apostrophe and one set of digits for all that are printed. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isMark(c)) {
                continue;
            }
            plain.append(
                    switch (c) {
                        // hyphens, figure and en dash, minus, their small and wide forms, and the triangles of Japanese
                        // banks
                        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\uFE63', '\uFF0D', '\u25B2', '\u25B3' ->
                            '-';
                        case '\uFF0B' -> '+';
                        case '\uFF0C' -> ',';
                        case '\uFF0E' -> '.';
                        case '\uFF08' -> '(';
                        case '\uFF09' -> ')';
                        case '\uFFE5' -> '\u00A5';
                        case '\u2018', '\u2019', '\u02BC', '\u00B4' -> '\'';
                        default -> c > 0x7F ? ofOther(c) : c < ' ' ? ' ' : c;
                    });
        }
        String stripped = plain.toString().strip();
        // A spreadsheet's mark of text, or quotes of another kind.
        int from = stripped.startsWith("'") ? 1 : 0;
        int to = stripped.length() - (stripped.endsWith("'") && stripped.length() > from ? 1 : 0);
        return stripped.substring(from, to);
    }

    private static char ofOther(char c) {
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        return Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c;
    }

    /** Whether {@code c} only says how letters beside it are written: marks of direction, of byte order, spaces of no width. */
    public static boolean isMark(char c) {
        return c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || c == '\uFEFF'
                || c == '\u061C'
                || c == '\u00AD'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069');
    }
}
