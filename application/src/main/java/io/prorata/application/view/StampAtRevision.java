package io.prorata.application.view;

import io.prorata.domain.freshness.Stamp;

/**
 * How far a view has come, without the view.
 *
 * @param stamp of the view
 * @param revision of the household, of the same snapshot
 */
public record StampAtRevision(Stamp stamp, Revision revision) {}
