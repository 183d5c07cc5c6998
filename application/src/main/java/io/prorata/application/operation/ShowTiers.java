package io.prorata.application.operation;

import io.prorata.application.cache.TierReport;
import io.prorata.application.cache.TieredViewCache;

/** Shows what the tiers have been asked since the start, and how they are doing. */
public final class ShowTiers {

    private final TieredViewCache views;

    public ShowTiers(TieredViewCache views) {
        this.views = views;
    }

    public TierReport show() {
        return views.report();
    }
}
