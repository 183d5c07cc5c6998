package io.prorata.application.cache;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The state of all features; all are on by default. */
public final class Features {

    private final Map<Feature, AtomicBoolean> switches = new EnumMap<>(Feature.class);

    public Features() {
        for (Feature feature : Feature.values()) {
            switches.put(feature, new AtomicBoolean(true));
        }
    }

    public boolean on(Feature feature) {
        AtomicBoolean on = switches.get(feature);
        return on != null && on.get();
    }

    public void turn(Feature feature, boolean on) {
        switches.computeIfPresent(feature, (same, now) -> {
            now.set(on);
            return now;
        });
    }

    /** Returns every feature with its state, in the order they are declared. */
    public Map<Feature, Boolean> all() {
        Map<Feature, Boolean> all = new EnumMap<>(Feature.class);
        switches.forEach((feature, on) -> all.put(feature, on.get()));
        return Collections.unmodifiableMap(all);
    }
}
