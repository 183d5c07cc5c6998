package io.prorata.application.port;

import io.prorata.application.view.Calculations;

/** Calculations that are kept, and counted. Forgetting one costs time, never correctness. */
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
}
