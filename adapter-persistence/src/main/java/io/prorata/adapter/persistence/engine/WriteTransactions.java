package io.prorata.adapter.persistence.engine;

import io.prorata.domain.household.HouseholdId;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Writes to the database, each in one transaction. Nothing of a write is kept if it throws, or if the commit fails. */
public interface WriteTransactions {

    /**
     * Runs {@code work} as the only writer of {@code household} until the end of the transaction.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if other writes take too long, or the database is not available
     */
    <T> T write(HouseholdId household, Function<DSLContext, T> work, CommitListener listener);

    /**
     * Runs {@code work} that adds a household; no other household is added until the end.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if other writes take too long, or the database is not available
     */
    <T> T writeNewHousehold(Function<DSLContext, T> work, CommitListener listener);

    /**
     * As {@link #write(HouseholdId, Function, CommitListener)}, for removing a household: rows may be removed in any order, because
     * references are checked at the end. Removed data is overwritten if the engine supports it.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if other writes take too long, or the database is not available
     */
    void erase(HouseholdId household, Consumer<DSLContext> work, CommitListener listener);

    /**
     * Runs {@code work} on dispensable data, such as stored documents; it locks no household.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if other writes take too long, or the database is not available
     */
    <T> T write(Function<DSLContext, T> work);
}
