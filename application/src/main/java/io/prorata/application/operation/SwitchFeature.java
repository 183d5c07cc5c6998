package io.prorata.application.operation;

import io.prorata.application.cache.Feature;
import io.prorata.application.cache.Features;
import java.util.Map;

/** Switches a caching feature on or off while the program runs; no answer changes. */
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
