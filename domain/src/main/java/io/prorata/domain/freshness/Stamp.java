package io.prorata.domain.freshness;

/**
 * When something last changed.
 *
 * @param revision the household's revision at that change, zero before the first
 * @param nonce drawn at random for that revision: two histories that part never share a stamp
 */
public record Stamp(long revision, long nonce) implements Comparable<Stamp> {

    /** Of what has never changed. */
    public static final Stamp NEVER = new Stamp(0, 0);

    @Override
    public int compareTo(Stamp other) {
        return Long.compare(revision, other.revision);
    }
}
