package io.prorata.adapter.persistence.engine;

import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.StoreWatch;
import java.util.List;
import java.util.Optional;

/** An open database. */
public interface Database extends ReadTransactions, WriteTransactions, AutoCloseable {

    /**
     * Returns whether all writes to the database come through this object, so that it may be remembered without asking when what last
     * changed.
     */
    boolean isOnlyWriter();

    TextIndex textIndex();

    /** Returns what is wrong with the database as such: its pages, its indexes, its references; a sentence each. */
    List<String> damage();

    /** Returns why nothing can be written now, as far as that is known; empty if it can. */
    Optional<Reason> fault();

    /** Tells {@code watch} from now on what is done, and nobody else. */
    void tell(StoreWatch watch);

    /** @param auditRows which it has to be told */
    Store.Load load(long auditRows);

    /** Lets writes that are under way end, and refuses later ones. */
    @Override
    void close();
}
