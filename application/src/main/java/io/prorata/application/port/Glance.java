package io.prorata.application.port;

import io.prorata.domain.freshness.Stamp;

/**
 * How far a view has come, without the view.
 *
 * @param stamp of the view
 * @param revision of the household, of the same snapshot
 */
public record Glance(Stamp stamp, Revision revision) {}
