package io.prorata.application.sorting;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.sorting.LabelPatterns;
import io.prorata.domain.sorting.RuleConditions;
import java.util.List;
import java.util.Locale;

/**
 * Patterns in RE2 syntax, matched without backtracking: the time of a match grows with the label alone, whatever the pattern.
 *
 * <p>One thread at a time may use an instance and its patterns. A label that has none of the texts of which every match has one is
 * not matched at all; that is most labels.
 */
final class Re2Patterns implements LabelPatterns {

    /** In instructions of the compiled program: a match takes time for each of them. */
    private static final int LARGEST_PROGRAM = 10_000;

    /** What repeats may multiply a pattern to before it is compiled at all, in characters. */
    private static final long LARGEST_REPEATED = 1_000_000;

    private String lastLabel = "";
    private String lastFolded = "";
    private long tried;

    @Override
    public LabelPattern compile(String pattern) {
        if (pattern.isEmpty() || pattern.codePointCount(0, pattern.length()) > RuleConditions.LONGEST_PATTERN) {
            throw new BadPatternException("a pattern has 1 to " + RuleConditions.LONGEST_PATTERN + " characters");
        }
        requireRepeats(pattern);
        Pattern compiled = compiled(pattern);
        if (compiled.programSize() > LARGEST_PROGRAM) {
            throw tooLarge();
        }
        List<String> required = RequiredTexts.of(pattern);
        return new Required(
                compiled.matcher(""),
                required,
                required.stream().map(Re2Patterns::needed).toList());
    }

    /** Returns a required text as folded labels have it: no two blanks follow each other, and none is at an end. */
    private static String needed(String required) {
        return Naming.folded(required);
    }

    /** A pattern, and what a label has to have before the pattern is tried. */
    private final class Required implements LabelPattern {

        private final Matcher matcher;
        private final List<String> required;
        private final List<String> needed;

        Required(Matcher matcher, List<String> required, List<String> needed) {
            this.matcher = matcher;
            this.required = required;
            this.needed = needed;
        }

        @Override
        public boolean occursIn(String label) {
            if (!required.isEmpty() && required.stream().noneMatch(folded(label)::contains)) {
                return false;
            }
            tried++;
            return matcher.reset(label).find();
        }

        @Override
        public List<String> needed() {
            return needed;
        }
    }

    /** Returns how often a pattern has been tried, for tests: that is what takes time. */
    long tried() {
        return tried;
    }

    /** One label is compared with all patterns, and folded for the first of them. */
    private String folded(String label) {
        if (!label.equals(lastLabel)) {
            lastLabel = label;
            lastFolded = RequiredTexts.folded(label);
        }
        return lastFolded;
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new BadPatternException("the pattern cannot be read at character " + place(pattern) + ": " + said(e));
        }
    }

    /** What is left over is a bracket that closes nothing. */
    private static String said(PatternSyntaxException e) {
        String description = e.getDescription().toLowerCase(Locale.ROOT);
        return description.contains("internal error") ? "unexpected )" : e.getDescription();
    }

    /** Returns the place of the first character after the longest begin that can be read, from 1 on. */
    private static int place(String pattern) {
        for (int end = pattern.length() - 1; end > 0; end--) {
            try {
                var _ = Pattern.compile(pattern.substring(0, end), Pattern.CASE_INSENSITIVE);
                return pattern.codePointCount(0, end) + 1;
            } catch (PatternSyntaxException e) {
                // A shorter one may be read.
            }
        }
        return 1;
    }

    /** Repeats inside repeats multiply; all are taken for such, so that nothing large is compiled. */
    private static void requireRepeats(String pattern) {
        long repeated = pattern.length();
        Matcher counts = REPEAT.matcher(pattern);
        while (counts.find()) {
            long count = Math.max(1, Integer.parseInt(counts.group(2) == null ? counts.group(1) : counts.group(2)));
            repeated *= count;
            if (repeated > LARGEST_REPEATED) {
                throw tooLarge();
            }
        }
    }

    private static final Pattern REPEAT = Pattern.compile("\\{([0-9]{1,6})(?:,([0-9]{1,6})?)?\\}");

    private static BadPatternException tooLarge() {
        return new BadPatternException("the pattern is too large: it repeats too much");
    }
}
