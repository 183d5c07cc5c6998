package io.prorata.bootstrap.server;

import io.prorata.adapter.persistence.JooqStore;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.TemporaryBooks;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.persistence.transfer.JooqHouseholdExports;
import io.prorata.application.export.HouseholdExports;
import io.prorata.application.memory.TestBooks;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.UnitOfWork;
import io.prorata.bootstrap.composition.OpenBooks;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.composition.TierStack;
import java.time.Clock;
import java.util.Optional;

/** Books in a database of their own, with which the build runs the tests of the web again: on each engine in turn. */
public final class DatabaseBooks implements TestBooks {

    private final Database database;
    private final Runnable remove;
    private final TierStack tiers;
    private final JooqUnitOfWork work;
    private final Snapshots snapshots;

    private DatabaseBooks(Database database, Runnable remove, Clock clock) {
        this.database = database;
        this.remove = remove;
        this.tiers = TierStack.open(database, TierSettings.USUAL, clock);
        this.work = OpenBooks.in(database, clock);
        this.snapshots = tiers.snapshots(work, Optional.empty());
    }

    /** Makes books on the engine that the property {@code prorata.tests.engine} names. */
    public static final class Maker implements TestBooks.Maker {

        @Override
        public TestBooks make(Clock clock) {
            return switch (Engine.valueOf(System.getProperty("prorata.tests.engine"))) {
                case SQLITE -> {
                    var books = new TemporaryBooks();
                    yield new DatabaseBooks(books.database(), books::close, clock);
                }
                case POSTGRESQL -> {
                    String name = PostgresServer.create();
                    PostgresDatabase database = PostgresDatabase.open(PostgresServer.address(name));
                    yield new DatabaseBooks(
                            database,
                            () -> {
                                database.close();
                                PostgresServer.drop(name);
                            },
                            clock);
                }
            };
        }
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public Store store() {
        return new JooqStore(database);
    }

    @Override
    public HouseholdExports exports() {
        return new JooqHouseholdExports(database);
    }

    @Override
    public boolean isOfProgram() {
        return true;
    }

    @Override
    public void close() {
        tiers.close();
        remove.run();
    }
}
