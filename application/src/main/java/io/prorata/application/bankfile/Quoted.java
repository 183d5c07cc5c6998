package io.prorata.application.bankfile;

/** Shows a piece of a file in a message. */
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** Returns {@code text} in quotes, shortened, with nothing in it that a terminal or a page would obey. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(point -> isShown(point) ? point : '\uFFFD')
                .forEach(shown::appendCodePoint);
        boolean whole = text.codePointCount(0, text.length()) <= LONGEST;
        return "'" + shown + (whole ? "'" : "...'");
    }

    private static boolean isShown(int point) {
        int type = Character.getType(point);
        return !Character.isISOControl(point) && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
