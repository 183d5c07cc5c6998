package io.prorata.application.port;

import io.prorata.application.view.Calculations;
import io.prorata.domain.household.HouseholdId;

/**
 * A cache of calculations. Losing an entry costs time, never correctness. It is in memory: a method waits for the calculation only; if two
 * threads ask for the same plan, one calculates and the other waits.
 */
public interface CalculationCache extends Calculations {

    /** The key pattern in statistics. */
    String PATTERN = "{household}:calculations:provisions:{config_hash}";

    /**
     * Statistics of lookups.
     *
     * @param entries cached plans
     */
    record CacheCounts(long hits, long misses, long entries) {}

    CacheCounts count();

    /** Removes the entries of a household. */
    void drop(HouseholdId household);
}
