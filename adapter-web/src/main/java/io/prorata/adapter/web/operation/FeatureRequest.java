package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The switch of a feature.
 *
 * @param on the new state of the feature
 */
@Serdeable
record FeatureRequest(Boolean on) {}
