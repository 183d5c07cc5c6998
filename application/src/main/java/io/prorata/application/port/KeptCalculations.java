package io.prorata.application.port;

import io.prorata.domain.household.HouseholdId;

/** Calculations that are kept, and counted. Forgetting one costs time, never correctness. */
public interface KeptCalculations extends Calculations {

    /** The hierarchy under which they are counted. */
    String PATTERN = "{household}:calculations:provisions:{config_hash}";

    /**
     * How often a plan was there.
     *
     * @param entries plans that are kept
     */
    record Count(long hits, long misses, long entries) {}

    Count count();

    /** Drops what is kept of a household. */
    void drop(HouseholdId household);
}
