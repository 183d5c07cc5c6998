package io.prorata.application.port;

import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The only way to read and write the books.
 *
 * <p>Locking: one write at a time, of all households; a write waits for its turn, and its work holds the turn until it ends. So work
 * neither parses input nor writes output nor waits for anything else. Reads wait for no write and no write waits for them;
 * there is a fixed number of readers at once. A read inside
 * a write, or a write inside a read, on the same thread is a mistake of the caller, except inside {@link #inOneTransaction}.
 *
 * <p>Cost: a write ends with a flush to the disk; a read opens a snapshot and costs nothing else by itself.
 */
public interface UnitOfWork {

    /**
     * What a write comes to.
     *
     * @param result handed back to the caller
     */
    record Decision<T>(T result, Outcome outcome) {

        /** Something was done. */
        public Decision(T result, Change change, AuditEntry entry) {
            this(result, new Outcome.Done(change, entry));
        }

        /** Everything is already as it was to become, since {@code stamp}: the household's revision stays. */
        public static <T> Decision<T> unchanged(T result, Stamp stamp) {
            return new Decision<>(result, new Outcome.Unchanged(stamp));
        }
    }

    /** What became of the books. */
    sealed interface Outcome {

        /**
         * They changed.
         *
         * @param change what was done, and so what it makes stale
         * @param entry what the audit keeps of it
         */
        record Done(Change change, AuditEntry entry) implements Outcome {}

        /** They are as they were; {@code stamp} says since when. */
        record Unchanged(Stamp stamp) implements Outcome {}
    }

    /**
     * A result, and the household's revision that it is part of.
     *
     * @param stamp when what was written last changed: in this revision, unless everything was so already
     */
    record Committed<T>(T result, Revision revision, Stamp stamp) {}

    /**
     * Does {@code work} in one transaction: its writes, the scopes that its change makes stale, and its audit row are kept together
     * or not at all. Nothing is kept when {@code work} throws.
     *
     * @param actor who does it, for the audit
     * @throws StoreUnavailableException if the turn did not come in time, or the store is full or away; nothing is kept
     */
    <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work);

    /**
     * Opens a stage for the rows of an import, which is to be the first write after {@code after}. Outside any transaction.
     *
     * @throws StoreUnavailableException if others write for too long, or the store is full or away
     */
    Ledger.Staged stage(HouseholdId household, Revision after);

    /** Reads from one snapshot: whatever is committed meanwhile is not seen. */
    <T> T read(HouseholdId household, Function<Books, T> work);

    /**
     * Does {@code work} in one transaction, with every write and read of the household that it makes on this thread: all of it is kept
     * together with what it notes, or nothing. Nothing is kept either if one of those writes throws, even where {@code work} goes on.
     */
    <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work);

    /** Founds a household: the one write that has no household yet. {@code work} gets the new household's id. */
    Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work);

    /**
     * Removes a household with all that is kept of it, its audit and its tokens included: the one write after which there is no household.
     * Its id is not given again, and no other household is touched. Nothing is removed if {@code check} throws.
     *
     * @param check looks at the books as they are inside the write
     * @throws io.prorata.domain.RefusedException if there is no such household
     */
    void remove(HouseholdId household, Consumer<Books> check);

    /**
     * What the audit keeps of a change.
     *
     * @param what a verb and its object: {@code transaction recorded}
     * @param before the records concerned as they were; absent if there were none
     * @param after the records concerned as they are; absent if they are gone
     */
    record AuditEntry(
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
}
