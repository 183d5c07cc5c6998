package io.prorata.adapter.bankfile.written;

import io.prorata.domain.naming.Naming;
import java.util.Optional;

/**
 * The bank's own ids of lines, if they are ids at all: numbers that only count the rows of the file are others in the next one, and
 * texts that are too long for a name hold something else.
 */
public final class BankIds {

    private static final int LONGEST_COUNT = 9;

    private boolean counting = true;
    private long first = -1;
    private long previous = -1;
    private int step;
    private int seen;

    /** Learns from a row. */
    public void observe(String text) {
        if (!counting || text.isEmpty()) {
            return;
        }
        long number = text.length() <= LONGEST_COUNT && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.parseLong(text)
                : -1;
        if (seen == 0) {
            first = number;
        } else if (seen == 1) {
            step = (int) Math.max(-2, Math.min(2, number - previous));
        }
        counting = number >= 0 && (seen == 0 || (Math.abs(step) == 1 && number - previous == step));
        previous = number;
        seen++;
    }

    /** Returns the id that {@code text} is; empty if it is none. */
    public Optional<String> of(String text) {
        boolean counts = counting && seen > 1 && (step > 0 ? first <= 1 : previous <= 1);
        return text.isEmpty() || counts || text.codePointCount(0, text.length()) > Naming.LONGEST_NAME
                ? Optional.empty()
                : Optional.of(text);
    }
}
