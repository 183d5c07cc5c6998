package io.prorata.application.sorting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Texts of which every match of a pattern has at least one: runs of plain letters, digits and blanks, one for each alternative. They are only
 * looked for where that is certain; otherwise there are none, and the pattern itself decides.
 */
final class RequiredTexts {

    private static final int SHORTEST = 2;

    private final String pattern;
    private int at;

    private RequiredTexts(String pattern) {
        this.pattern = pattern;
    }

    /** Returns the texts of a pattern that can be read, in the form of {@link #folded}; empty if there is no telling. */
    static List<String> of(String pattern) {
        // Quoted parts would need a reader of their own.
        return pattern.contains("\\Q")
                ? List.of()
                : new RequiredTexts(pattern)
                        .alternatives().stream().map(RequiredTexts::folded).toList();
    }

    /** Returns a label in the form in which texts are looked for: all letters that RE2 takes for the same are the same. */
    static String folded(String label) {
        return label.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
    }

    /** Reads up to the end of the group, or of the pattern: a match is one of the alternatives. */
    private List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean certain = true;
        do {
            List<String> one = new Sequence().read();
            certain &= !one.isEmpty();
            all.addAll(one);
        } while (at < pattern.length() && pattern.charAt(at++) == '|');
        return certain ? all : List.of();
    }

    /** One alternative: a match has all of its parts, so the best of them will do. */
    private final class Sequence {

        private final StringBuilder run = new StringBuilder();
        private List<String> best = List.of();

        /** Stops before the bracket or the line that ends the alternative. */
        List<String> read() {
            while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
                char c = pattern.charAt(at);
                switch (c) {
                    case '\\' -> {
                        end();
                        at = endOfEscape(at);
                    }
                    case '[' -> {
                        end();
                        at = endOfClass(at) + 1;
                    }
                    case '(' -> {
                        end();
                        group();
                    }
                    // The character before may be there not at all.
                    case '?', '*', '{' -> {
                        run.setLength(Math.max(0, run.length() - 1));
                        end();
                        at = endOfRepeat(at);
                    }
                    default -> {
                        plain(c);
                        at++;
                    }
                }
            }
            end();
            return best;
        }

        private void group() {
            at++;
            if (at < pattern.length() && pattern.charAt(at) == '?') {
                at = endOfFlags(at);
                if (at < pattern.length() && pattern.charAt(at) == ')') {
                    at++;
                    return;
                }
                at++;
            }
            List<String> inside = alternatives();
            boolean mayBeMissing = at < pattern.length() && "?*{".indexOf(pattern.charAt(at)) >= 0;
            if (mayBeMissing) {
                at = endOfRepeat(at);
            } else {
                offer(inside);
            }
        }

        private void plain(char c) {
            if (c == ' ' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                run.append(c);
            } else {
                end();
            }
        }

        private void end() {
            if (run.length() >= SHORTEST) {
                offer(List.of(run.toString()));
            }
            run.setLength(0);
        }

        private void offer(List<String> texts) {
            if (shortest(texts) > shortest(best)) {
                best = texts;
            }
        }

        private static int shortest(List<String> texts) {
            return texts.stream().mapToInt(String::length).min().orElse(0);
        }
    }

    /** Returns the place after the name or the flags that follow a question mark: that of a colon, an angle or the bracket. */
    private int endOfFlags(int from) {
        int place = from + 1;
        boolean named = pattern.startsWith("P<", place) || pattern.startsWith("<", place);
        while (place < pattern.length()
                && (named ? pattern.charAt(place) != '>' : ":)".indexOf(pattern.charAt(place)) < 0)) {
            place++;
        }
        return place;
    }

    /** Returns the place after an escape; what follows one in braces is the name of a class or a number. */
    private int endOfEscape(int from) {
        boolean braced = from + 2 < pattern.length()
                && pattern.charAt(from + 2) == '{'
                && "pPx".indexOf(pattern.charAt(from + 1)) >= 0;
        return braced ? pattern.indexOf('}', from) + 1 : from + 2;
    }

    private int endOfRepeat(int from) {
        return pattern.charAt(from) == '{' && pattern.indexOf('}', from) > 0
                ? pattern.indexOf('}', from) + 1
                : from + 1;
    }

    /** Returns the place of the bracket that closes the class which begins at {@code from}; the pattern can be read, so it is there. */
    private int endOfClass(int from) {
        int place = from + 1;
        if (place < pattern.length() && pattern.charAt(place) == '^') {
            place++;
        }
        // A bracket that comes first is one of the characters.
        place++;
        while (place < pattern.length() && pattern.charAt(place) != ']') {
            if (pattern.charAt(place) == '\\') {
                place++;
            } else if (pattern.startsWith("[:", place) && pattern.indexOf(":]", place) > 0) {
                place = pattern.indexOf(":]", place) + 1;
            }
            place++;
        }
        return place;
    }
}
