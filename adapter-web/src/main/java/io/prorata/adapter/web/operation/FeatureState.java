package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.cache.Feature;
import java.util.List;
import java.util.Map;

/**
 * An optional feature that makes answers faster, and whether it is on.
 *
 * @param means the effect while it is on
 */
@Serdeable.Serializable
record FeatureState(String name, boolean on, String means) {

    static List<FeatureState> all(Map<Feature, Boolean> features) {
        return features.entrySet().stream()
                .map(feature -> new FeatureState(
                        feature.getKey().said(),
                        feature.getValue(),
                        feature.getKey().means()))
                .toList();
    }
}
