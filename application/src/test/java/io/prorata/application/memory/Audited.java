package io.prorata.application.memory;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.domain.freshness.Scope;
import java.time.Instant;
import java.util.Set;

/** What the audit keeps of one change. */
public record Audited(long revision, Instant at, Actor actor, AuditEntry entry, Set<Scope> stale) {}
