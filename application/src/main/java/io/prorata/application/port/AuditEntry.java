package io.prorata.application.port;

import org.jspecify.annotations.Nullable;

/**
 * What the audit keeps of a change.
 *
 * @param what a verb and its object: {@code transaction recorded}
 * @param before the records concerned as they were; absent if there were none
 * @param after the records concerned as they are; absent if they are gone
 */
public record AuditEntry(
        String what, @Nullable Record before, @Nullable Record after) {

    public static AuditEntry added(String what, Record after) {
        return new AuditEntry(what, null, after);
    }

    public static AuditEntry changed(String what, Record before, Record after) {
        return new AuditEntry(what, before, after);
    }

    public static AuditEntry removed(String what, Record before) {
        return new AuditEntry(what, before, null);
    }
}
