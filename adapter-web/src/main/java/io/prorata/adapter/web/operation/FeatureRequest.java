package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The switch of a feature.
 *
 * @param on whether it is to be on
 */
@Serdeable
record FeatureRequest(Boolean on) {}
