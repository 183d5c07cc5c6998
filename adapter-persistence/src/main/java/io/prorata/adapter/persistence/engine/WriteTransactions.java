package io.prorata.adapter.persistence.engine;

import io.prorata.domain.household.HouseholdId;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Writes to the database, each in one transaction. Nothing of a write is kept if it throws, or if the commit fails. */
public interface WriteTransactions {

    /**
     * Runs {@code work} as the only writer of {@code household}: its counters and revisions are nobody else's until the end.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if others write for too long, or the database is away
     */
    <T> T write(HouseholdId household, Function<DSLContext, T> work, CommitListener listener);

    /**
     * Runs {@code work} that adds a household: nobody else adds one until the end.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if others write for too long, or the database is away
     */
    <T> T writeNewHousehold(Function<DSLContext, T> work, CommitListener listener);

    /**
     * As {@link #write(HouseholdId, Function, CommitListener)}, for removing much: rows may go in any order, because references are
     * checked at the end. Where the engine can, what is removed is overwritten, too.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if others write for too long, or the database is away
     */
    void erase(HouseholdId household, Consumer<DSLContext> work, CommitListener listener);

    /**
     * Runs {@code work} on what may be lost at any time, such as kept documents; it owns no household.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if others write for too long, or the database is away
     */
    <T> T write(Function<DSLContext, T> work);
}
