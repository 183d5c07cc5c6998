package io.prorata.bootstrap.composition;

import io.prorata.application.port.UnitOfWork;
import java.time.Clock;

/** What every use case is made of. */
record UseCaseParts(UnitOfWork work, Clock clock) {}
