package io.prorata.application.operation;

import io.prorata.application.cache.TierReport;
import io.prorata.application.cache.TieredViewCache;

/** Shows statistics and state of the tiers. */
public final class ShowTiers {

    private final TieredViewCache views;

    public ShowTiers(TieredViewCache views) {
        this.views = views;
    }

    public TierReport show() {
        return views.report();
    }
}
