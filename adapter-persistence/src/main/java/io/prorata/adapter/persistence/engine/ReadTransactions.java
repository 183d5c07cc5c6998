package io.prorata.adapter.persistence.engine;

import java.util.function.Function;
import org.jooq.DSLContext;

/** Reads of the database. */
public interface ReadTransactions {

    /**
     * Runs {@code work} on one snapshot: later commits are not visible.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if all connections are in use for too long, or the database is not
     *     available
     */
    <T> T read(Function<DSLContext, T> work);

    /**
     * Runs one statement, which sees one snapshot by itself and needs no transaction around it.
     *
     * @param statement runs exactly one statement: a second one would see other data
     * @throws io.prorata.application.port.StoreUnavailableException if all connections are in use for too long, or the database is not
     *     available
     */
    <T> T readOnce(Function<DSLContext, T> statement);
}
