package io.prorata.domain.split;

/** What the month's key went by, so that an answer can say it. */
public enum SplitBasis {
    /** In proportion to net incomes. */
    INCOME,
    /** The agreed weights for a month in which nobody earned anything. */
    FALLBACK,
    /** The same for each. */
    EQUAL,
    /** Agreed weights. */
    WEIGHTS,
    /** Nobody belongs to the household that month: nothing is divided. */
    NOBODY
}
