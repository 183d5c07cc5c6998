package io.prorata.domain.naming;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks and compares the names that a household gives to things. */
public final class Naming {

    /** In code points. */
    public static final int LONGEST_NAME = 200;
    /** In code points. */
    public static final int LONGEST_LABEL = 500;

    /**
     * The order in which people expect names: folded, then by code point (formula 13); the absent name comes last.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f13">Formula 13, order of names</a>
     */
    public static final Comparator<@Nullable String> ORDER = Comparator.nullsLast(Naming::asPeopleDo);

    /** By code point alone, the order of an index. */
    public static final Comparator<String> BY_CODE_POINT = Naming::byCodePoint;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\h]+");

    private Naming() {}

    /**
     * Returns {@code text} as a name: composed, 1 to 200 code points.
     *
     * @throws IllegalArgumentException if it is blank, too long or contains an invisible character
     */
    public static String name(String text) {
        return checked(text, LONGEST_NAME);
    }

    /** Returns {@code text} as a name, or null if it is null. */
    public static @Nullable String optionalName(@Nullable String text) {
        return text == null ? null : name(text);
    }

    /**
     * Returns {@code text} as the label of a bank line: composed, 1 to 500 code points.
     *
     * @throws IllegalArgumentException if it is blank, too long or contains an invisible character
     */
    public static String label(String text) {
        return checked(text, LONGEST_LABEL);
    }

    /** Returns {@code name} in the form in which names are compared without case. */
    public static String withoutCase(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Returns {@code text} in the form in which texts are searched: without case, accents and the like. */
    public static String searchable(String text) {
        if (isPlain(text)) {
            return withoutCase(text);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return withoutCase(MARKS.matcher(decomposed).replaceAll(""));
    }

    /**
     * Returns {@code name} in the form in which names are compared (formula 13): without case and accents, every run of blanks one space,
     * none at
     * the ends.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f13">Formula 13, order of names</a>
     */
    public static String folded(String name) {
        if (isFolded(name)) {
            return name;
        }
        if (isPlain(name)) {
            return foldedPlain(name);
        }
        return BLANKS.matcher(searchable(name)).replaceAll(" ").strip();
    }

    /** Most names are plain letters, and are compared often. */
    private static boolean isFolded(String name) {
        char before = ' ';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > '~' || c < ' ' || (c >= 'A' && c <= 'Z') || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > '~' || c < ' ') {
                return false;
            }
        }
        return true;
    }

    /** Of characters from space to tilde, which have no accents and one lower case each: names are compared too often for patterns. */
    private static String foldedPlain(String name) {
        var folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean blank = c == ' ';
            if (!blank) {
                folded.append(lower(c));
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        int length = folded.length();
        return length > 0 && folded.charAt(length - 1) == ' ' ? folded.substring(0, length - 1) : folded.toString();
    }

    private static int asPeopleDo(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            int a = plainLetter(one, i);
            int b = plainLetter(other, i);
            if (a < 0 || b < 0) {
                break;
            }
            if (a != b) {
                // Whatever follows, the folded names are equal up to here, and differ here.
                return Integer.compare(a, b);
            }
        }
        int folded = byCodePoint(folded(one), folded(other));
        return folded == 0 ? byCodePoint(one, other) : folded;
    }

    /** Returns the character at {@code i} folded, or -1 where folding depends on more than this character. */
    private static int plainLetter(String name, int i) {
        char c = name.charAt(i);
        if (c == ' ') {
            boolean single = i > 0 && i + 1 < name.length() && name.charAt(i + 1) > ' ' && name.charAt(i + 1) <= '~';
            return single ? c : -1;
        }
        return c < ' ' || c > '~' ? -1 : lower(c);
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    /** Returns whether both names are equal when folded; an absent name equals none. */
    public static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && other != null && folded(one).equals(folded(other));
    }

    private static String checked(String text, int longest) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        if (!isSeen(composed)) {
            throw new IllegalArgumentException("a name is not blank");
        }
        if (composed.length() > longest && composed.codePointCount(0, composed.length()) > longest) {
            throw new IllegalArgumentException("at most " + longest + " characters");
        }
        int point;
        for (int i = 0; i < composed.length(); i += Character.charCount(point)) {
            point = composed.codePointAt(i);
            if (isHidden(point)) {
                throw new IllegalArgumentException(String.format("the character U+%04X has no place in a name", point));
            }
        }
        return composed;
    }

    private static boolean isSeen(String text) {
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (isSeen(point)) {
                return true;
            }
        }
        return false;
    }

    /** Neither a space of any kind nor a format character, such as a zero-width joiner. */
    private static boolean isSeen(int point) {
        return !Character.isWhitespace(point)
                && !Character.isSpaceChar(point)
                && Character.getType(point) != Character.FORMAT;
    }

    /** Control characters, lone surrogates, and overrides of the writing direction, which can make one name look like another. */
    private static boolean isHidden(int point) {
        if (point < 0x7F) {
            // The common case: a printable ASCII letter.
            return point < ' ';
        }
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || point == 0x2028
                || point == 0x2029
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    /** {@code String.compareTo} orders UTF-16 units, which puts emoji before some letters; this orders code points. */
    private static int byCodePoint(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean bothSurrogatesOrNeither = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothSurrogatesOrNeither ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
