package io.prorata.adapter.persistence.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.engine.Workload;
import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.StoreWatch;
import io.prorata.domain.household.HouseholdId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;

/**
 * Books on a PostgreSQL server, which other nodes use too.
 *
 * <p>A write locks its household's row until its end, and nothing else: households never wait for each other. A read sees one snapshot.
 * Reads and writes have separate pools, so that neither blocks the other.
 */
public final class PostgresDatabase implements Database {

    /** The primary answers instead. */
    private static final Duration REPLICA_PATIENCE = Duration.ofMillis(500);

    private static final Settings SETTINGS =
            new Settings().withRenderSchema(false).withExecuteLogging(false).withFetchWarnings(false);

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final PostgresAddress address;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final TextIndex textIndex = new PostgresTextIndex();
    private final Workload workload = new Workload();
    private final PostgresWrites writes;
    private final List<ExecuteListenerProvider> observers = new CopyOnWriteArrayList<>(List.of(workload));

    private PostgresDatabase(PostgresAddress address, HikariDataSource writers, HikariDataSource readers) {
        this.address = address;
        this.writers = writers;
        this.readers = readers;
        this.writes = new PostgresWrites(address, writers, workload, this::using);
    }

    /**
     * Opens the database, and creates or migrates its tables if necessary.
     *
     * @throws UnusableDatabaseException if it cannot be reached, refuses the user, or cannot be used
     */
    public static PostgresDatabase open(PostgresAddress address) {
        HikariDataSource writers = null;
        HikariDataSource readers = null;
        try {
            writers = ConnectionPools.open(address, "prorata-writes", false);
            PostgresMigrations.apply(writers, address.shown());
            readers = ConnectionPools.open(address, "prorata-reads", true);
            return new PostgresDatabase(address, writers, readers);
        } catch (PoolInitializationException e) {
            ConnectionPools.closeQuietly(writers);
            throw ConnectionPools.refused(
                    address, e.getCause() instanceof SQLException sql ? sql : new SQLException(e));
        } catch (SQLException e) {
            ConnectionPools.closeQuietly(writers);
            throw ConnectionPools.refused(address, e);
        } catch (RuntimeException e) {
            ConnectionPools.closeQuietly(readers);
            ConnectionPools.closeQuietly(writers);
            throw e;
        }
    }

    /**
     * Opens a replica of a database, for reads alone, with short time-outs.
     *
     * @throws UnusableDatabaseException if it cannot be reached, refuses the user, or is not of this version
     */
    public static PostgresDatabase replica(PostgresAddress address) {
        HikariDataSource readers = null;
        try {
            readers = ConnectionPools.open(address, "prorata-replica", true, REPLICA_PATIENCE);
            PostgresMigrations.requireNewest(readers, address.shown());
            return new PostgresDatabase(address, readers, readers);
        } catch (PoolInitializationException e) {
            throw ConnectionPools.refused(
                    address, e.getCause() instanceof SQLException sql ? sql : new SQLException(e));
        } catch (SQLException e) {
            ConnectionPools.closeQuietly(readers);
            throw ConnectionPools.refused(address, e);
        } catch (RuntimeException e) {
            ConnectionPools.closeQuietly(readers);
            throw e;
        }
    }

    /** Returns the address of the books, without secrets. */
    public String shown() {
        return address.shown();
    }

    /** Adds an observer of every statement, without the ends of transactions and the rows of a bulk insert. */
    public void observe(ExecuteListener observer) {
        observers.add(new DefaultExecuteListenerProvider(observer));
    }

    @Override
    public void tell(StoreWatch watch) {
        workload.tell(watch);
    }

    @Override
    public boolean isOnlyWriter() {
        return false;
    }

    /** A server that answers may still refuse writes, so a failed write is tested again. */
    @Override
    public Optional<Reason> fault() {
        try {
            if (readOnce(sql -> sql.fetchSingle("SELECT pg_is_in_recovery()")).get(0, Boolean.class)) {
                return Optional.of(Reason.READ_ONLY);
            }
            if (writes.failed().isPresent()) {
                var _ = write(PostgresDatabase::takeRoom);
            }
        } catch (StoreUnavailableException e) {
            return Optional.of(e.reason()).filter(reason -> reason != Reason.BUSY);
        }
        return Optional.empty();
    }

    /** Writes some pages and releases them. */
    private static boolean takeRoom(DSLContext sql) {
        sql.execute("UPDATE running_time SET room = decode(repeat('00', 65536), 'hex')");
        sql.execute("UPDATE running_time SET room = NULL");
        return true;
    }

    @Override
    public TextIndex textIndex() {
        return textIndex;
    }

    @Override
    public List<String> damage() {
        return readOnce(sql -> sql.fetch("SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                        + " WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace"))
                .map(row -> "the index " + row.get(0, String.class) + " is not valid");
    }

    @Override
    public Store.Load load(long auditRows) {
        long bytes = readOnce(sql -> sql.fetchSingle("SELECT pg_database_size(current_database())"))
                .get(0, Long.class);
        var pool = readers.getHikariPoolMXBean();
        return new Store.Load(
                workload.statements().count(),
                workload.statements().micros(),
                workload.commits().count(),
                workload.commits().micros(),
                workload.turns().count(),
                workload.turns().micros(),
                writes.waiting(),
                readers.getMaximumPoolSize(),
                readers.getMaximumPoolSize() - pool.getActiveConnections(),
                bytes,
                0,
                auditRows);
    }

    @Override
    public <T> T read(Function<DSLContext, T> work) {
        return reading(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(using(connection));
                connection.commit();
                return result;
            } catch (RuntimeException | Error e) {
                PostgresWrites.rollback(connection, e);
                throw e;
            }
        });
    }

    @Override
    public <T> T readOnce(Function<DSLContext, T> statement) {
        return reading(connection -> statement.apply(using(connection)));
    }

    private interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    /** A read over a broken connection is repeated: a restarted server has closed all connections. */
    private <T> T reading(Reading<T> work) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = readers.getConnection()) {
                return work.read(connection);
            } catch (SQLException | RuntimeException e) {
                RuntimeException fault = PostgresFaults.translateAny(e);
                if (attempt > address.connections() || !PostgresFaults.isBroken(e)) {
                    throw fault;
                }
            }
        }
    }

    @Override
    public <T> T write(HouseholdId household, Function<DSLContext, T> work, CommitListener listener) {
        return writes.write(household, work, listener);
    }

    @Override
    public <T> T writeNewHousehold(Function<DSLContext, T> work, CommitListener listener) {
        return writes.writeNewHousehold(work, listener);
    }

    /** Removed data stays in the server's files until they are vacuumed, and in its log as long as that is kept. */
    @Override
    public void erase(HouseholdId household, Consumer<DSLContext> work, CommitListener listener) {
        var _ = write(
                household,
                sql -> {
                    sql.execute("SET CONSTRAINTS ALL DEFERRED");
                    work.accept(sql);
                    return household;
                },
                listener);
    }

    @Override
    public <T> T write(Function<DSLContext, T> work) {
        return writes.write(work);
    }

    private DSLContext using(Connection connection) {
        return DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(SQLDialect.POSTGRES)
                .set(SETTINGS)
                .set(observers.toArray(ExecuteListenerProvider[]::new)));
    }

    @Override
    public void close() {
        writers.close();
        readers.close();
    }
}
