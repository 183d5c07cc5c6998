package io.prorata.domain.derivation;

/** What the value of a step counts. */
public enum Unit {
    /** Minor units of the household's currency. */
    MONEY,
    /** Parts per million. */
    RATE,
    /** A weight, of which only the proportion to others matters. */
    WEIGHT,
    /** Tenths of a percent. */
    PERMILLE
}
