package io.prorata.application.bankfile;

import java.util.List;
import java.util.Optional;

/** How a sender points to a column. */
public sealed interface ColumnRef {

    /** Returns where it is in a header, counted from 0; empty if the header has no such column. */
    Optional<Integer> in(List<String> header);

    /** By its name in the header, compared as header words are. */
    record Named(String name) implements ColumnRef {
        @Override
        public Optional<Integer> in(List<String> header) {
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).strip().equalsIgnoreCase(name)) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        }

        @Override
        public String toString() {
            return Quoted.of(name);
        }
    }

    /** By its place, counted from 1. */
    record Numbered(int number) implements ColumnRef {
        @Override
        public Optional<Integer> in(List<String> header) {
            return number <= header.size() ? Optional.of(number - 1) : Optional.empty();
        }

        @Override
        public String toString() {
            return "number " + number;
        }
    }

    /** The file has such a column, and it is not to be used. */
    record None() implements ColumnRef {
        @Override
        public Optional<Integer> in(List<String> header) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "none";
        }
    }
}
