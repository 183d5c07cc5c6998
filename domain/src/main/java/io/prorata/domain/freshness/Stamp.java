package io.prorata.domain.freshness;

/**
 * The revision of the last change of something.
 *
 * @param revision the household's revision at that change, zero before the first
 * @param nonce a random number of that revision, so that two histories never share a stamp
 */
public record Stamp(long revision, long nonce) implements Comparable<Stamp> {

    /** The stamp of something that has never changed. */
    public static final Stamp NEVER = new Stamp(0, 0);

    @Override
    public int compareTo(Stamp other) {
        return Long.compare(revision, other.revision);
    }
}
