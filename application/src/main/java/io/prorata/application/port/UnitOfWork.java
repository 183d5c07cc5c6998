package io.prorata.application.port;

import io.prorata.application.view.Revision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The one door to the books. */
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
     */
    <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work);

    /** Reads from one snapshot: whatever is committed meanwhile is not seen. */
    <T> T read(HouseholdId household, Function<Books, T> work);

    /**
     * Does {@code work} in one transaction, with every write and read of the household that it makes on this thread: all of it is kept
     * together with what it notes, or nothing. Nothing is kept either if one of those writes throws, even where {@code work} goes on.
     */
    <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work);

    /** Founds a household: the one write that has no household yet. {@code work} gets the new household's id. */
    Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work);
}
