package io.prorata.domain.split;

/** What the weights of a month's key are computed from, as answers state it. */
public enum SplitBasis {
    /** In proportion to net incomes. */
    INCOME,
    /** The agreed weights for a month in which nobody earned anything. */
    FALLBACK,
    /** The same for each. */
    EQUAL,
    /** Agreed weights. */
    WEIGHTS,
    /** A month without members: nothing is divided. */
    NOBODY
}
