package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.HOUSEHOLD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException.Reason;
import java.util.Optional;

/** The database as a store. */
public final class JooqStore implements Store {

    private final Database database;

    public JooqStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Reason> fault() {
        return database.fault();
    }

    @Override
    public Load load() {
        // Each revision of a household is one row of its audit, so the sum of revisions is the number of rows.
        long auditRows = database.readOnce(sql -> sql.select(coalesce(sum(HOUSEHOLD.REVISION), inline(0)))
                .from(HOUSEHOLD)
                .fetchSingle()
                .value1()
                .longValueExact());
        return database.load(auditRows);
    }
}
