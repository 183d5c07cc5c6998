package io.prorata.application;

import io.prorata.application.tier.KeptViews;
import io.prorata.application.tier.TierReport;

/** Shows what the tiers have been asked since the start, and how they are doing. */
public final class ShowTiers {

    private final KeptViews views;

    public ShowTiers(KeptViews views) {
        this.views = views;
    }

    public TierReport show() {
        return views.report();
    }
}
