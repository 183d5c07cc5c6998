package io.prorata.bootstrap.freshness;

/** Something that must not be. */
record Finding(Kind kind, String what) {

    /** What is wrong about it. */
    enum Kind {
        /** The answer is older than a write that had been acknowledged before it was asked for. */
        STALE,
        /** The answer is of a revision that nobody had begun to make. */
        NEVER_WAS,
        /** The bytes are not those of the books at the revision the answer names. */
        WRONG,
        /** Two answers have the same tag and different bytes. */
        SAME_TAG_OTHER_BYTES,
        /** Somebody was shown an older revision than before. */
        BACKWARDS,
        /** A request failed that should not have. */
        FAILED,
        /** Writes are missing from the record, or came to something else when they were told again. */
        UNTOLD
    }

    @Override
    public String toString() {
        return kind + ": " + what;
    }
}
