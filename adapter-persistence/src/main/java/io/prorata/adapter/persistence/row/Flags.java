package io.prorata.adapter.persistence.row;

/** Booleans as numbers. */
public final class Flags {

    private Flags() {}

    /** @throws IllegalStateException if it is neither */
    public static boolean of(long stored) {
        if (stored != 0 && stored != 1) {
            throw new IllegalStateException("neither yes nor no: " + stored);
        }
        return stored == 1;
    }
}
