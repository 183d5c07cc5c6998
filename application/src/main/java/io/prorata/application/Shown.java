package io.prorata.application;

import io.prorata.application.port.Revision;
import io.prorata.domain.freshness.Stamp;

/**
 * A thing with the stamp under which it is shown.
 *
 * @param revision of the household as a whole
 */
public record Shown<T>(T thing, Stamp stamp, Revision revision) {}
