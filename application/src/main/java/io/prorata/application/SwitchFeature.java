package io.prorata.application;

import io.prorata.application.tier.Feature;
import io.prorata.application.tier.Features;
import java.util.Map;

/** Switches what makes answers faster, while the program runs; no answer changes. */
public final class SwitchFeature {

    private final Features features;

    public SwitchFeature(Features features) {
        this.features = features;
    }

    /** Returns every feature with its state afterwards. */
    public Map<Feature, Boolean> turn(Feature feature, boolean on) {
        features.turn(feature, on);
        return features.all();
    }
}
