package io.prorata.application.cache;

import io.prorata.application.view.Tier;

/** The source of a document. */
public enum CacheStatus {
    /** In memory. */
    NEAR("near"),
    /** In a store that several nodes share. */
    FAR("far"),
    /** In a table beside the books. */
    TABLE("table"),
    /** Computed for this request, and stored. */
    COMPUTED("miss"),
    /** Computed without caches, as requested. */
    UNCACHED("off"),
    /** Not sent: the client has it. */
    UNCHANGED("unchanged");

    private final String said;

    CacheStatus(String said) {
        this.said = said;
    }

    /** Returns the name in answers. */
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
