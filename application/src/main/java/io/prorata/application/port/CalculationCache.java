package io.prorata.application.port;

import io.prorata.application.view.Calculations;
import io.prorata.domain.household.HouseholdId;

/**
 * Calculations that are kept, and counted. Forgetting one costs time, never correctness. In memory: no method waits for anything but
 * the calculation itself; of two threads that ask for the same plan, one calculates and the other waits.
 */
public interface CalculationCache extends Calculations {

    /** The hierarchy under which they are counted. */
    String PATTERN = "{household}:calculations:provisions:{config_hash}";

    /**
     * How often a plan was there.
     *
     * @param entries plans that are kept
     */
    record CacheCounts(long hits, long misses, long entries) {}

    CacheCounts count();

    /** Drops what is kept of a household. */
    void drop(HouseholdId household);
}
