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
 * <p>Locking: one write at a time, of all households; a write waits for its turn, and its work holds the lock until it ends. So work must
 * not parse input, write output or wait for anything else. Reads wait for no write and no write waits for them;
 * there is a fixed number of readers at once. A read inside a write, or a write inside a read, on the same thread is an error of the
 * caller, except inside {@link #inOneTransaction}.
 *
 * <p>Cost: a write ends with a flush to the disk; a read opens a snapshot and costs nothing else by itself.
 */
public interface UnitOfWork {

    /**
     * The result of a write, and its outcome.
     *
     * @param result returned to the caller
     */
    record Decision<T>(T result, Outcome outcome) {

        /** The books changed. */
        public Decision(T result, Change change, AuditEntry entry) {
            this(result, new Outcome.Done(change, entry));
        }

        /** Nothing had to change; {@code stamp} is that of the last change. The household's revision stays. */
        public static <T> Decision<T> unchanged(T result, Stamp stamp) {
            return new Decision<>(result, new Outcome.Unchanged(stamp));
        }
    }

    /** The outcome for the books. */
    sealed interface Outcome {

        /**
         * They changed.
         *
         * @param change the kind of change, which says what becomes stale
         * @param entry for the audit
         */
        record Done(Change change, AuditEntry entry) implements Outcome {}

        /** They did not change; {@code stamp} is that of their last change. */
        record Unchanged(Stamp stamp) implements Outcome {}
    }

    /**
     * A result, and the household's revision after the write.
     *
     * @param stamp of the last change of what was written: of this revision, unless nothing had to change
     */
    record Committed<T>(T result, Revision revision, Stamp stamp) {}

    /**
     * Runs {@code work} in one transaction: its writes, the scopes that its change makes stale, and its audit row are committed together or
     * not at all. Nothing is kept if {@code work} throws.
     *
     * @param actor for the audit
     * @throws StoreUnavailableException if the lock was not free in time, or the store is full or not available; nothing is kept
     */
    <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work);

    /**
     * Opens a stage for the rows of an import, which is to be the first write after {@code after}. Outside any transaction.
     *
     * @throws StoreUnavailableException if others write for too long, or the store is full or away
     */
    Ledger.Staged stage(HouseholdId household, Revision after);

    /** Reads from one snapshot: later commits are not visible. */
    <T> T read(HouseholdId household, Function<Books, T> work);

    /**
     * Runs {@code work} in one transaction with every write and read of the household on this thread: all of it is committed together, or
     * nothing. Nothing is kept either if one of those writes throws, even if {@code work} continues.
     */
    <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work);

    /** Creates a household: the only write without an existing household. {@code work} receives the new id. */
    Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work);

    /**
     * Removes a household with all its data, including its audit and its tokens. Its id is not reused, and no other household changes.
     * Nothing is removed if {@code check} throws.
     *
     * @param check reads the books inside the write
     * @throws io.prorata.domain.RefusedException if there is no such household
     */
    void remove(HouseholdId household, Consumer<Books> check);

    /**
     * A row of the audit.
     *
     * @param what a verb and its object: {@code transaction recorded}
     * @param before the records before the change; absent if there were none
     * @param after the records after the change; absent if they were removed
     */
    record AuditEntry(
            String what, @Nullable Record before, @Nullable Record after) {

        /** Returns the id of the thing concerned, if its record has one. */
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

        /** Returns whether the thing was removed. */
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
