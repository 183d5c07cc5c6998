package io.prorata.domain.split;

import java.util.Optional;

/**
 * The key of one month.
 *
 * @param weights by which it divides; empty only in a month without members
 * @param basis what the weights are computed from
 */
public record KeyWeights(Optional<Weights> weights, SplitBasis basis) {

    /** The key of a month without members. */
    public static final KeyWeights OF_NOBODY = new KeyWeights(Optional.empty(), SplitBasis.NOBODY);

    /** Refuses weights without members, and members without weights, with an {@link IllegalArgumentException}. */
    public KeyWeights {
        if (weights.isEmpty() != (basis == SplitBasis.NOBODY)) {
            throw new IllegalArgumentException("a month has weights if somebody belongs to the household");
        }
    }

    /** Returns the key of a month with members. */
    public static KeyWeights of(Weights weights, SplitBasis basis) {
        return new KeyWeights(Optional.of(weights), basis);
    }
}
