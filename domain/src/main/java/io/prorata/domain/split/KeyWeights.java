package io.prorata.domain.split;

/** The key as it stands in one month: the weights, and what they go by. */
public record KeyWeights(Weights weights, SplitBasis basis) {

    /** The key of a month in which nobody belongs to the household. */
    public static final KeyWeights OF_NOBODY = new KeyWeights(Weights.OF_NOBODY, SplitBasis.NOBODY);
}
