package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.engine.Workload;
import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.StoreWatch;
import io.prorata.application.port.StoreWatch.Work;
import io.prorata.domain.household.HouseholdId;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;

/**
 * An open database file: one writer behind a fair lock, and a few readers that cannot write.
 *
 * <p>Transactions are begun and ended by statements of our own on connections in autocommit mode: the driver's own
 * {@code commit()} begins the next transaction at once, and may fail after the commit is done.
 */
public final class SqliteDatabase implements Database {

    /** The version of the schema that this program works on, the same in both engines. */
    public static final int SCHEMA = Migrations.NEWEST;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of writes: as long as the largest import may take several times over. */
    private static final Duration WRITERS_PATIENCE = Duration.ofSeconds(30);

    /** After a write that made the log larger, the memory that it took is given back. */
    private static final long LARGE_LOG_BYTES = 32L * 1024 * 1024;

    private static final Settings SETTINGS =
            new Settings().withRenderSchema(false).withExecuteLogging(false).withFetchWarnings(false);

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final Path file;
    private final @Nullable DatabaseLock lock;
    private final SqliteWriter writer;
    private final SqliteReaders readers;

    private final TextIndex textIndex = new SqliteTextIndex();
    private final Workload workload = new Workload();
    private final List<ExecuteListenerProvider> observers = new CopyOnWriteArrayList<>(List.of(workload));
    private volatile StoreCondition condition;
    private volatile boolean closed;

    private SqliteDatabase(Path file, @Nullable DatabaseLock lock, Duration patience, Duration writersPatience) {
        this.file = file;
        this.lock = lock;
        this.condition = StoreCondition.unwatched(file);
        this.writer = new SqliteWriter(file, lock == null, writersPatience);
        this.readers = new SqliteReaders(patience);
    }

    /**
     * Opens the database as its one owner. A database that is not there is made, an older one is migrated, with a copy of it left beside.
     *
     * @param lock given back when the database is closed; if it cannot be opened, the caller has it still
     * @throws UnusableDatabaseException if the file cannot serve; it is then left as it is
     */
    public static SqliteDatabase own(Path file, DatabaseLock lock) {
        return own(file, lock, PATIENCE, WRITERS_PATIENCE);
    }

    /** @param patience how long one waits for others who write, or read */
    static SqliteDatabase own(Path file, DatabaseLock lock, Duration patience) {
        return own(file, lock, patience, patience);
    }

    private static SqliteDatabase own(Path file, DatabaseLock lock, Duration patience, Duration writersPatience) {
        int version = Migrations.versionOf(file);
        var database = new SqliteDatabase(file, lock, patience, writersPatience);
        try {
            Migrations.prepare(file, version);
            Migrations.apply(file, version);
            var _ = database.writer.connected();
            database.readers.open(file, Pragmas::reading);
            database.condition = StoreCondition.watched(file);
            return database;
        } catch (SQLException | IOException e) {
            database.closeConnections();
            throw new UnusableDatabaseException("Cannot open " + file + ": " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            database.closeConnections();
            throw e;
        }
    }

    /**
     * Opens a database for reading only, beside whatever process owns it.
     *
     * @throws UnusableDatabaseException if it is not there or not of this version
     */
    public static SqliteDatabase visit(Path file) {
        if (Migrations.versionOf(file) != Migrations.NEWEST) {
            throw new UnusableDatabaseException("There is no database of this version in " + file
                    + ". Start the server once, or name another file.");
        }
        var database = new SqliteDatabase(file, null, PATIENCE, PATIENCE);
        try {
            database.readers.open(file, Pragmas::asItIs);
            return database;
        } catch (SQLException e) {
            database.closeConnections();
            throw new UnusableDatabaseException("Cannot open " + file + ": " + e.getMessage() + ".", e);
        }
    }

    public Path file() {
        return file;
    }

    /** Returns the database's lock, if this is its owner. */
    public Optional<DatabaseLock> lock() {
        return Optional.ofNullable(lock);
    }

    /**
     * Lets {@code observer} see every statement from now on, to count and time them; the ends of transactions are none, and neither are
     * the rows of a bulk insert.
     */
    public void observe(ExecuteListener observer) {
        observers.add(new DefaultExecuteListenerProvider(observer));
    }

    @Override
    public void tell(StoreWatch watch) {
        workload.tell(watch);
    }

    @Override
    public Store.Load load(long auditRows) {
        return new Store.Load(
                workload.statements().count(),
                workload.statements().micros(),
                workload.commits().count(),
                workload.commits().micros(),
                workload.turns().count(),
                workload.turns().micros(),
                writer.waiting(),
                SqliteReaders.COUNT,
                readers.idle(),
                bytes(""),
                bytes("-wal"),
                auditRows);
    }

    private long bytes(String suffix) {
        return new File(file + suffix).length(); // zero where there is none
    }

    @Override
    public boolean isOnlyWriter() {
        return lock != null;
    }

    @Override
    public TextIndex textIndex() {
        return textIndex;
    }

    @Override
    public List<String> damage() {
        return Integrity.findings(file);
    }

    /** There is one writer of the whole file, and so one of each household. */
    @Override
    public <T> T write(HouseholdId household, Function<DSLContext, T> work, CommitListener listener) {
        return writeAlone(work, listener);
    }

    @Override
    public <T> T writeNewHousehold(Function<DSLContext, T> work, CommitListener listener) {
        return writeAlone(work, listener);
    }

    @Override
    public <T> T write(Function<DSLContext, T> work) {
        return writeAlone(work, CommitListener.NONE);
    }

    /**
     * Runs {@code work} in one transaction, alone.
     *
     * @throws StoreUnavailableException if others write for too long, the disk fails, or the files are no longer those that were opened
     */
    private <T> T writeAlone(Function<DSLContext, T> work, CommitListener listener) {
        if (writer.isHeldByMe()) {
            throw new IllegalStateException("a write inside a write");
        }
        acquireWriting();
        try {
            requireOpen();
            condition.requireUntouched();
            T result = inTransaction(writer.connected(), "BEGIN IMMEDIATE", work, listener);
            afterLargeWork();
            return result;
        } catch (SQLException e) {
            throw condition.noted(StoreFaults.translate(e));
        } catch (StoreUnavailableException e) {
            throw condition.noted(e);
        } finally {
            writer.release();
        }
    }

    /** The log keeps its size and the connection its pages, unless they are told. */
    private void afterLargeWork() {
        if (bytes("-wal") < LARGE_LOG_BYTES) {
            return;
        }
        try {
            Connection connection = writer.connected();
            Pragmas.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            Pragmas.run(connection, "PRAGMA shrink_memory");
            condition.changedByUs();
        } catch (SQLException e) {
            // What was written is written; the next large work tries again.
            System.getLogger(SqliteDatabase.class.getName())
                    .log(System.Logger.Level.DEBUG, "the write-ahead log was not truncated", e);
        }
    }

    @Override
    public Optional<Reason> fault() {
        return closed ? Optional.of(Reason.AWAY) : condition.look(this::write);
    }

    /**
     * What is removed is overwritten with zeros, in the file and in the log beside it, where SQLite would leave it for long; and the file is
     * written anew, since what rows were before they changed or moved stays in the free space of pages.
     */
    @Override
    public void erase(HouseholdId household, Consumer<DSLContext> work, CommitListener listener) {
        try {
            var _ = writeAlone(
                    sql -> {
                        sql.connection(connection -> {
                            Pragmas.run(connection, "PRAGMA defer_foreign_keys=ON");
                            Pragmas.run(connection, "PRAGMA secure_delete=ON");
                        });
                        work.accept(sql);
                        return sql;
                    },
                    listener);
        } finally {
            afterErasing();
        }
    }

    private void afterErasing() {
        acquireWriting();
        // Statements that are kept on the writer's own connection would hold VACUUM up.
        try (Connection anew = Pragmas.writing(file)) {
            Pragmas.run(anew, "VACUUM");
            Connection connection = writer.connected();
            Pragmas.run(connection, "PRAGMA secure_delete=OFF");
            Pragmas.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            condition.changedByUs();
        } catch (SQLException e) {
            // What was removed is gone from the books; the log is emptied by the next checkpoint that can.
            System.getLogger(SqliteDatabase.class.getName())
                    .log(System.Logger.Level.WARNING, "the write-ahead log was not truncated", e);
        } finally {
            writer.release();
        }
    }

    @Override
    public <T> T read(Function<DSLContext, T> work) {
        Connection reader = takeReader();
        try {
            return inTransaction(reader, "BEGIN", work, CommitListener.NONE);
        } catch (SQLException e) {
            throw condition.noted(StoreFaults.translate(e));
        } catch (StoreUnavailableException e) {
            throw condition.noted(e);
        } finally {
            giveBack(reader);
        }
    }

    @Override
    public <T> T readOnce(Function<DSLContext, T> statement) {
        Connection reader = takeReader();
        try {
            return statement.apply(using(reader));
        } catch (RuntimeException e) {
            RuntimeException fault = StoreFaults.translate(e);
            throw fault instanceof StoreUnavailableException unavailable ? condition.noted(unavailable) : fault;
        } finally {
            giveBack(reader);
        }
    }

    @Override
    public void close() {
        acquireWriting();
        try {
            closed = true;
            if (!condition.closingDestroys()) {
                closeConnections();
            }
        } finally {
            writer.release();
        }
        if (lock != null) {
            lock.close();
        }
    }

    private <T> T inTransaction(
            Connection connection, String begin, Function<DSLContext, T> work, CommitListener listener)
            throws SQLException {
        Pragmas.execute(connection, begin);
        T result;
        try {
            result = work.apply(using(connection));
        } catch (RuntimeException | Error e) {
            rollback(connection, e);
            if (e instanceof RuntimeException fault) {
                throw StoreFaults.translate(fault);
            }
            throw e;
        }
        commit(connection, listener);
        return result;
    }

    private void commit(Connection connection, CommitListener listener) throws SQLException {
        listener.committing();
        try {
            long begun = System.nanoTime();
            Pragmas.execute(connection, "COMMIT");
            if (writer.isHeldByMe()) {
                workload.done(Work.COMMIT, begun);
            }
            if (writer.is(connection)) {
                condition.requireKept();
            }
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            listener.inDoubt();
            throw e;
        }
        listener.committed();
    }

    private DSLContext using(Connection connection) {
        return DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(SQLDialect.SQLITE)
                .set(SETTINGS)
                .set(observers.toArray(ExecuteListenerProvider[]::new)));
    }

    /** SQLite has rolled back by itself after some faults; then there is nothing to roll back, and that is well. */
    private void rollback(Connection connection, Throwable cause) {
        try {
            Pragmas.execute(connection, "ROLLBACK");
            if (writer.is(connection)) {
                condition.changedByUs();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
            if (writer.is(connection)) {
                // Whatever state it is in, the next writer begins with a connection of its own.
                writer.discard();
            }
        }
    }

    private void acquireWriting() {
        long begun = System.nanoTime();
        writer.acquire();
        workload.done(Work.TURN, begun);
    }

    private Connection takeReader() {
        requireOpen();
        return readers.take();
    }

    private void giveBack(Connection reader) {
        readers.giveBack(reader);
        if (closed && !condition.closingDestroys()) {
            readers.close();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw StoreFaults.closed();
        }
    }

    private void closeConnections() {
        readers.close();
        writer.discard();
    }
}
