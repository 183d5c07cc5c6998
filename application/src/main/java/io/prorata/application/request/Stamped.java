package io.prorata.application.request;

import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Stamp;

/**
 * A thing with the stamp under which it is shown.
 *
 * @param revision of the household as a whole
 */
public record Stamped<T>(T thing, Stamp stamp, Revision revision) {}
