package io.prorata.application.cache;

import io.prorata.application.view.Tier;

/** Where a document comes from. */
public enum CacheStatus {
    /** Kept in this process's memory. */
    NEAR("near"),
    /** Kept in a store that several nodes share. */
    FAR("far"),
    /** Kept beside the books. */
    TABLE("table"),
    /** Computed for this request, and kept. */
    COMPUTED("miss"),
    /** Computed past everything that is kept, because the asker wanted so. */
    UNCACHED("off"),
    /** Not needed: the asker has it. */
    UNCHANGED("unchanged");

    private final String said;

    CacheStatus(String said) {
        this.said = said;
    }

    /** Returns it as answers name it. */
    public String said() {
        return said;
    }

    static CacheStatus of(Tier tier) {
        return switch (tier) {
            case NEAR -> NEAR;
            case FAR -> FAR;
            case TABLE -> TABLE;
        };
    }
}
