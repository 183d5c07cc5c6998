package io.prorata.adapter.persistence.engine;

import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.StoreWatch;
import java.util.List;
import java.util.Optional;

/** An open database. */
public interface Database extends ReadTransactions, WriteTransactions, AutoCloseable {

    /**
     * Returns whether all writes to the database use this object, so that stamps may be cached.
     */
    boolean isOnlyWriter();

    TextIndex textIndex();

    /** Returns the faults of the database: its pages, its indexes, its references; a sentence each. */
    List<String> damage();

    /** Returns why the database cannot be written now, as far as that is known; empty if it can. */
    Optional<Reason> fault();

    /** Sets the only watch of its work. */
    void tell(StoreWatch watch);

    /** @param auditRows the number of audit rows */
    Store.Load load(long auditRows);

    /** Waits for running writes, and refuses later ones. */
    @Override
    void close();
}
