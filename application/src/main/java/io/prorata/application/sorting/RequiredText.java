package io.prorata.application.sorting;

import java.util.Locale;
import java.util.Optional;

/**
 * A text that occurs in every match of a pattern: the longest run of plain letters, digits and blanks outside all groups and classes. It is
 * only looked for where that is certain; otherwise there is none, and the pattern itself decides.
 */
final class RequiredText {

    private static final int SHORTEST = 2;

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int depth;

    private RequiredText(String pattern) {
        this.pattern = pattern;
    }

    /** Returns the text in the form of {@link #folded}. */
    static Optional<String> of(String pattern) {
        return new RequiredText(pattern).find();
    }

    /** Returns a label in the form in which it is looked for: all letters that RE2 takes for the same are the same. */
    static String folded(String label) {
        return label.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }

    private Optional<String> find() {
        // Quoted parts and alternatives would need a reader of their own.
        if (pattern.contains("\\Q") || pattern.contains("|")) {
            return Optional.empty();
        }
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            switch (c) {
                case '\\' -> {
                    end();
                    at++;
                    // What follows in braces is the name of a class or a number.
                    if (at + 1 < pattern.length()
                            && pattern.charAt(at + 1) == '{'
                            && "pPx".indexOf(pattern.charAt(at)) >= 0) {
                        at = pattern.indexOf('}', at);
                    }
                }
                case '[' -> {
                    end();
                    at = endOfClass(at);
                }
                case '(' -> {
                    end();
                    depth++;
                }
                case ')' -> {
                    end();
                    depth--;
                }
                // The character before may be there not at all.
                case '?', '*', '{' -> {
                    run.setLength(Math.max(0, run.length() - 1));
                    end();
                    at = c == '{' && pattern.indexOf('}', at) > 0 ? pattern.indexOf('}', at) : at;
                }
                default -> plain(c);
            }
        }
        end();
        return longest.length() < SHORTEST ? Optional.empty() : Optional.of(folded(longest));
    }

    private void plain(char c) {
        boolean isPlain = c == ' ' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (isPlain && depth == 0) {
            run.append(c);
        } else {
            end();
        }
    }

    private void end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }

    /** Returns the place of the bracket that closes the class which begins at {@code from}; the pattern can be read, so it is there. */
    private int endOfClass(int from) {
        int at = from + 1;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        // A bracket that comes first is one of the characters.
        at++;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            if (pattern.charAt(at) == '\\') {
                at++;
            } else if (pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0) {
                at = pattern.indexOf(":]", at) + 1;
            }
            at++;
        }
        return at;
    }
}
