package io.prorata.application.memory;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import java.time.Instant;

/** What the audit keeps of one change. */
public record Audited(long revision, Instant at, Actor actor, AuditEntry entry) {}
