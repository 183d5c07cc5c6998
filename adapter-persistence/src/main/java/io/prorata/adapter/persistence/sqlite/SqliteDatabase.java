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
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;

/** An open database file: one writer behind a fair lock, and a few read-only readers. */
public final class SqliteDatabase implements Database {

    /** The version of the schema that this program works on, the same in both engines. */
    public static final int SCHEMA = Migrations.NEWEST;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The maximum wait for other writes: several times the duration of the largest import. */
    private static final Duration WRITERS_PATIENCE = Duration.ofSeconds(30);

    /** After a write that made the log larger than this, its memory is released. */
    private static final long LARGE_LOG_BYTES = 32L * 1024 * 1024;

    private final Path file;
    private final @Nullable DatabaseLock lock;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final SqliteTransactions transactions;

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
        this.transactions = new SqliteTransactions(writer, workload, observers, () -> condition);
    }

    /**
     * Opens the database as its only owner. A database that does not exist is created; an older one is migrated, after a copy of it was
     * made beside it.
     *
     * @param lock released when the database is closed; if it cannot be opened, the caller keeps it
     * @throws UnusableDatabaseException if the file cannot be used; it is not changed
     */
    public static SqliteDatabase own(Path file, DatabaseLock lock) {
        return own(file, lock, PATIENCE, WRITERS_PATIENCE);
    }

    /** @param patience the maximum wait for other writes or reads */
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
     * Opens a database for reading only, also if another process owns it.
     *
     * @throws UnusableDatabaseException if it does not exist or has another version
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
     * Adds an observer of every statement, without the ends of transactions and the rows of a bulk insert.
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
        return new File(file + suffix).length(); // zero if there is none
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

    /** One writer of the whole file is also the only writer of each household. */
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
     * @throws StoreUnavailableException if other writes take too long, the disk fails, or the files were replaced
     */
    private <T> T writeAlone(Function<DSLContext, T> work, CommitListener listener) {
        if (writer.isHeldByMe()) {
            throw new IllegalStateException("a write inside a write");
        }
        acquireWriting();
        try {
            requireOpen();
            condition.requireUntouched();
            T result = transactions.run(writer.connected(), "BEGIN IMMEDIATE", work, listener);
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

    /** The log keeps its size, and the connection its pages, unless this releases them. */
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
            // The write is committed; the next large write tries again.
            System.getLogger(SqliteDatabase.class.getName())
                    .log(System.Logger.Level.DEBUG, "the write-ahead log was not truncated", e);
        }
    }

    @Override
    public Optional<Reason> fault() {
        return closed ? Optional.of(Reason.AWAY) : condition.look(this::write);
    }

    /**
     * Removed data is overwritten with zeros, in the file and in the log, where SQLite would keep it for long. The file is also rebuilt,
     * because former versions of rows remain in the free space of pages.
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
        // Cached statements of the writer's own connection would block VACUUM.
        try (Connection anew = Pragmas.writing(file)) {
            Pragmas.run(anew, "VACUUM");
            Connection connection = writer.connected();
            Pragmas.run(connection, "PRAGMA secure_delete=OFF");
            Pragmas.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            condition.changedByUs();
        } catch (SQLException e) {
            // The data is removed from the books; the next checkpoint empties the log.
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
            return transactions.run(reader, "BEGIN", work, CommitListener.NONE);
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
            return statement.apply(transactions.using(reader));
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
