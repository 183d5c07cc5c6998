package io.prorata.domain.split;

import java.util.Optional;

/**
 * The key as it stands in one month.
 *
 * @param weights by which it divides; empty in a month in which nobody belongs to the household, and in no other
 * @param basis what they go by
 */
public record KeyWeights(Optional<Weights> weights, SplitBasis basis) {

    /** The key of a month in which nobody belongs to the household. */
    public static final KeyWeights OF_NOBODY = new KeyWeights(Optional.empty(), SplitBasis.NOBODY);

    /** Refuses weights of nobody, and somebody without weights, with an {@link IllegalArgumentException}. */
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
