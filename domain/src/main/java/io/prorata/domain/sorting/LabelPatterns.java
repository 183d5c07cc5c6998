package io.prorata.domain.sorting;

import java.util.List;

/** Compiles patterns in RE2 syntax, which are matched in time proportional to the label. */
@FunctionalInterface
public interface LabelPatterns {

    /** A compiled pattern; one thread at a time may use it. */
    @FunctionalInterface
    interface LabelPattern {

        /** Returns whether the pattern occurs anywhere in {@code label}, whatever case. */
        boolean occursIn(String label);

        /**
         * Returns texts of which every label that the pattern occurs in has at least one once it is folded. Empty if there is no telling.
         */
        default List<String> needed() {
            return List.of();
        }
    }

    /**
     * Compiles a pattern.
     *
     * @throws BadPatternException if it is none, or too large
     */
    LabelPattern compile(String pattern);

    /** A text that is no pattern. */
    final class BadPatternException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        /**
         * A text that is no pattern.
         *
         * @param message what is wrong, and at which character
         */
        public BadPatternException(String message) {
            super(message);
        }
    }
}
