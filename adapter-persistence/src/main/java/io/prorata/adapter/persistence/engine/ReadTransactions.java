package io.prorata.adapter.persistence.engine;

import java.util.function.Function;
import org.jooq.DSLContext;

/** Reads of the database. */
public interface ReadTransactions {

    /**
     * Runs {@code work} on one snapshot: whatever is committed meanwhile is not seen.
     *
     * @throws io.prorata.application.port.StoreUnavailableException if all connections are taken for too long, or the database is away
     */
    <T> T read(Function<DSLContext, T> work);

    /**
     * Runs one statement, which sees one snapshot by itself and needs no transaction around it.
     *
     * @param statement runs exactly one: a second would see other data
     * @throws io.prorata.application.port.StoreUnavailableException if all connections are taken for too long, or the database is away
     */
    <T> T readOnce(Function<DSLContext, T> statement);
}
