package io.prorata.adapter.persistence.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.engine.Workload;
import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.StoreWatch;
import io.prorata.application.port.StoreWatch.Work;
import io.prorata.domain.household.HouseholdId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
import org.jspecify.annotations.Nullable;

/**
 * Books in a PostgreSQL server, which other nodes use too.
 *
 * <p>A write locks its household's row until its end, and nothing else: households never wait for each other. A read sees one snapshot.
 * Connections for reads and for writes are pooled apart, so that neither starves the other.
 */
public final class PostgresDatabase implements Database {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Locks waited for, and transactions left open by a node that was stopped, end by themselves. */
    private static final String LIMITS = "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '30s'";

    /** Taken while a household is added: its number is the next. */
    private static final long HOUSEHOLDS_LOCK = 0x50524F5241544101L;

    private static final Settings SETTINGS =
            new Settings().withRenderSchema(false).withExecuteLogging(false).withFetchWarnings(false);

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final PostgresAddress address;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Set<Thread> writing = ConcurrentHashMap.newKeySet();
    /** Writes that have no connection yet, or not yet their household. */
    private final AtomicInteger waiting = new AtomicInteger();
    /** Why a write failed last, unless one has succeeded since. */
    private volatile @Nullable Reason failed;

    private final Workload workload = new Workload();
    private final List<ExecuteListenerProvider> observers = new CopyOnWriteArrayList<>(List.of(workload));

    private PostgresDatabase(PostgresAddress address, HikariDataSource writers, HikariDataSource readers) {
        this.address = address;
        this.writers = writers;
        this.readers = readers;
    }

    /**
     * Opens the database, which is made ready or migrated if it is not of this version.
     *
     * @throws UnusableDatabaseException if it cannot be reached, refuses the user, or cannot serve
     */
    public static PostgresDatabase open(PostgresAddress address) {
        HikariDataSource writers = null;
        HikariDataSource readers = null;
        try {
            writers = pool(address, "prorata-writes", false);
            PostgresMigrations.apply(writers, address.shown());
            readers = pool(address, "prorata-reads", true);
            return new PostgresDatabase(address, writers, readers);
        } catch (PoolInitializationException e) {
            closeQuietly(writers);
            throw refused(address, e.getCause() instanceof SQLException sql ? sql : new SQLException(e));
        } catch (SQLException e) {
            closeQuietly(writers);
            throw refused(address, e);
        } catch (RuntimeException e) {
            closeQuietly(readers);
            closeQuietly(writers);
            throw e;
        }
    }

    private static void closeQuietly(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }

    private static HikariDataSource pool(PostgresAddress address, String name, boolean reads) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(address.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setInitializationFailTimeout(1);
        config.setConnectionInitSql(LIMITS);
        config.setReadOnly(reads);
        config.setTransactionIsolation(reads ? "TRANSACTION_REPEATABLE_READ" : "TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    private static UnusableDatabaseException refused(PostgresAddress address, SQLException fault) {
        String state = Objects.requireNonNullElse(fault.getSQLState(), "");
        String reason = switch (state) {
            case "28P01", "28000" ->
                "refuses the user " + address.user()
                        + ": name or password is wrong, or the server's pg_hba.conf does not let it in. Set"
                        + " PRORATA_DATABASE_USER and PRORATA_DATABASE_PASSWORD";
            case "3D000" -> "has no database of this name. Create it, owned by " + address.user();
            case "42501" -> "does not let " + address.user() + " do what is needed: " + fault.getMessage();
            case "53300" -> "has no connection left. Raise max_connections, or lower the pool";
            default ->
                state.startsWith("08") || state.isEmpty()
                        ? "cannot be reached: " + fault.getMessage()
                        : "cannot serve: " + fault.getMessage();
        };
        return new UnusableDatabaseException(address.shown() + " " + reason + ".", fault);
    }

    /** Returns where the books are, as it may be shown. */
    public String shown() {
        return address.shown();
    }

    /** Lets {@code observer} see every statement from now on; the ends of transactions and the rows of a bulk insert are none. */
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

    /** A server that answers may still refuse writes: what failed last is tried again. */
    @Override
    public Optional<Reason> fault() {
        try {
            if (readOnce(sql -> sql.fetchSingle("SELECT pg_is_in_recovery()")).get(0, Boolean.class)) {
                return Optional.of(Reason.READ_ONLY);
            }
            if (failed != null) {
                var _ = write(PostgresDatabase::takeRoom);
            }
        } catch (StoreUnavailableException e) {
            return Optional.of(e.reason()).filter(reason -> reason != Reason.BUSY);
        }
        return Optional.empty();
    }

    /** Writes some pages and gives them back. */
    private static boolean takeRoom(DSLContext sql) {
        sql.execute("UPDATE running_time SET room = decode(repeat('00', 65536), 'hex')");
        sql.execute("UPDATE running_time SET room = NULL");
        return true;
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
                waiting.get(),
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
                rollback(connection, e);
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

    /** What was read over a connection that broke is read again over others: a server that was restarted has ended all. */
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
        return write(
                connection -> {
                    long begun = System.nanoTime();
                    long transaction = lock(connection, household);
                    workload.done(Work.TURN, begun);
                    return transaction;
                },
                work,
                listener);
    }

    @Override
    public <T> T writeNewHousehold(Function<DSLContext, T> work, CommitListener listener) {
        return write(
                connection -> number(
                        connection,
                        "SELECT pg_current_xact_id()::text::bigint FROM (SELECT pg_advisory_xact_lock("
                                + HOUSEHOLDS_LOCK + ")) AS locked"),
                work,
                listener);
    }

    /** What is removed stays in the server's files until they are vacuumed, and in its log as long as that is kept. */
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
        return write(
                connection -> number(connection, "SELECT pg_current_xact_id()::text::bigint"),
                work,
                CommitListener.NONE);
    }

    /** Begins a transaction, and returns its number. */
    private interface Beginning {
        long begin(Connection connection) throws SQLException;
    }

    private <T> T write(Beginning beginning, Function<DSLContext, T> work, CommitListener listener) {
        if (!writing.add(Thread.currentThread())) {
            // It would wait for itself.
            throw new IllegalStateException("a write inside a write");
        }
        try {
            return writeAlone(beginning, work, listener);
        } finally {
            writing.remove(Thread.currentThread());
        }
    }

    private <T> T writeAlone(Beginning beginning, Function<DSLContext, T> work, CommitListener listener) {
        try (Begun begun = begin(beginning)) {
            Connection connection = begun.connection();
            T result;
            try {
                result = work.apply(using(connection));
            } catch (RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            }
            commit(connection, begun.transaction(), listener);
            failed = null;
            return result;
        } catch (SQLException | RuntimeException e) {
            throw noted(PostgresFaults.translateAny(e));
        }
    }

    /** Being busy tells nothing of what can be written. */
    private RuntimeException noted(RuntimeException fault) {
        if (fault instanceof StoreUnavailableException unavailable && unavailable.reason() != Reason.BUSY) {
            failed = unavailable.reason();
        }
        return fault;
    }

    /** A transaction that has begun. */
    private record Begun(Connection connection, long transaction) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** Nothing is done yet where a connection turns out to be broken, and so another one is tried. */
    private Begun begin(Beginning beginning) throws SQLException {
        waiting.incrementAndGet();
        try {
            for (int attempt = 1; ; attempt++) {
                Connection connection = writers.getConnection();
                try {
                    connection.setAutoCommit(false);
                    return new Begun(connection, beginning.begin(connection));
                } catch (SQLException | RuntimeException e) {
                    rollback(connection, e);
                    connection.close();
                    if (attempt > address.connections() || !PostgresFaults.isBroken(e)) {
                        throw e;
                    }
                }
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Until the end of the transaction nobody else writes to the household. */
    private static long lock(Connection connection, HouseholdId household) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_current_xact_id()::text::bigint FROM household WHERE household_id = ? FOR UPDATE")) {
            statement.setLong(1, household.value());
            try (ResultSet row = statement.executeQuery()) {
                // Of a household that is not there, the work says so itself.
                return row.next() ? row.getLong(1) : number(connection, "SELECT pg_current_xact_id()::text::bigint");
            }
        }
    }

    private void commit(Connection connection, long transaction, CommitListener listener) throws SQLException {
        listener.committing();
        try {
            long begun = System.nanoTime();
            connection.commit();
            workload.done(Work.COMMIT, begun);
        } catch (SQLException e) {
            if (!PostgresFaults.leavesInDoubt(e)) {
                listener.inDoubt();
                throw e;
            }
            resolve(transaction, listener, e);
            return;
        } catch (RuntimeException | Error e) {
            listener.inDoubt();
            throw e;
        }
        listener.committed();
    }

    /**
     * Asks the server what became of a transaction whose COMMIT was not answered. Returns if it was done.
     *
     * @throws StoreUnavailableException if it was not done, or if the server cannot say in time
     */
    private void resolve(long transaction, CommitListener listener, SQLException fault) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> status = status(transaction);
            if (status.equals(Optional.of("committed"))) {
                listener.committed();
                return;
            }
            if (status.equals(Optional.of("aborted"))) {
                listener.inDoubt();
                throw PostgresFaults.unavailable(Reason.AWAY, fault);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        listener.inDoubt();
        throw PostgresFaults.unavailable(Reason.AWAY, fault);
    }

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Empty while it is in progress, or while the server cannot be asked. */
    private Optional<String> status(long transaction) {
        try (Connection connection = writers.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT pg_xact_status(?::text::xid8)")) {
            statement.setString(1, Long.toString(transaction));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1)).filter(status -> !status.equals("in progress"));
            }
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and the transaction with it.
            cause.addSuppressed(e);
        }
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
