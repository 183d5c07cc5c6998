package io.prorata.application.port;

import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The one door to the books. */
public interface UnitOfWork {

    /**
     * What a write comes to.
     *
     * @param result handed back to the caller
     * @param change what was done, and so what it makes stale
     * @param entry what the audit keeps of it
     */
    record Decision<T>(T result, Change change, AuditEntry entry) {}

    /** A result, and the household's revision that it is part of. */
    record Committed<T>(T result, Revision revision) {}

    /**
     * Does {@code work} in one transaction: its writes, the scopes that its change makes stale, and its audit row are kept together
     * or not at all. Nothing is kept when {@code work} throws.
     *
     * @param actor who does it, for the audit
     */
    <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work);

    /** Reads from one snapshot: whatever is committed meanwhile is not seen. */
    <T> T read(HouseholdId household, Function<Books, T> work);

    /** Founds a household: the one write that has no household yet. {@code work} gets the new household's id. */
    Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work);
}
