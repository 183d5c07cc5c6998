package io.prorata.application.port;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.OptionalLong;
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

    /** Returns the id of the one thing concerned: that of its record, where this has one. */
    public OptionalLong id() {
        Record record = after == null ? before : after;
        if (record == null) {
            return OptionalLong.empty();
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals("id") && component.getType().equals(long.class)) {
                return OptionalLong.of((long) read(component, record));
            }
        }
        return OptionalLong.empty();
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record shows its fields", e);
        }
    }

    /** Returns whether the thing is gone since. */
    public boolean removes() {
        return after == null;
    }

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
