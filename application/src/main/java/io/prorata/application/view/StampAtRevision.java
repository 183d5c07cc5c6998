package io.prorata.application.view;

import io.prorata.domain.freshness.Stamp;

/**
 * The stamp of a view, with the household's revision.
 *
 * @param stamp of the view
 * @param revision of the household, of the same snapshot
 */
public record StampAtRevision(Stamp stamp, Revision revision) {}
