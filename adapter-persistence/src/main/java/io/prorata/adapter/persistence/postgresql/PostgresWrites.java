package io.prorata.adapter.persistence.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Workload;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.StoreWatch.Work;
import io.prorata.domain.household.HouseholdId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a PostgreSQL server, one transaction each. A write of a household locks its row until its end. If the answer to a COMMIT is
 * lost, the server is asked for its outcome.
 */
final class PostgresWrites {

    /** The maximum wait for other writes of the household: several times the duration of the largest import. */
    private static final Duration WRITERS_PATIENCE = Duration.ofSeconds(30);

    /** The advisory lock for adding a household. */
    private static final long HOUSEHOLDS_LOCK = 0x50524F5241544101L;

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final PostgresAddress address;
    private final HikariDataSource writers;
    private final Workload workload;
    private final Function<Connection, DSLContext> using;
    private final HouseholdTurns turns = new HouseholdTurns(WRITERS_PATIENCE);
    private final Set<Thread> writing = ConcurrentHashMap.newKeySet();
    /** Writes that wait for a connection or for their household. */
    private final AtomicInteger waiting = new AtomicInteger();
    /** The last failure of a write, unless one has succeeded since. */
    private volatile @Nullable Reason failed;

    /** @param using returns the DSL of a connection */
    PostgresWrites(
            PostgresAddress address,
            HikariDataSource writers,
            Workload workload,
            Function<Connection, DSLContext> using) {
        this.address = address;
        this.writers = writers;
        this.workload = workload;
        this.using = using;
    }

    /** Returns the number of writes that wait for a connection or for their household. */
    int waiting() {
        return waiting.get();
    }

    /** Returns the last failure of a write, unless one has succeeded since. */
    Optional<Reason> failed() {
        return Optional.ofNullable(failed);
    }

    <T> T write(HouseholdId household, Function<DSLContext, T> work, CommitListener listener) {
        if (writing.contains(Thread.currentThread())) {
            // It would deadlock.
            throw new IllegalStateException("a write inside a write");
        }
        long begun = System.nanoTime();
        return turns.take(
                household,
                waiting,
                () -> write(
                        connection -> {
                            long transaction = lock(connection, household);
                            workload.done(Work.TURN, begun);
                            return transaction;
                        },
                        work,
                        listener));
    }

    <T> T writeNewHousehold(Function<DSLContext, T> work, CommitListener listener) {
        return write(
                connection -> number(
                        connection,
                        "SELECT pg_current_xact_id()::text::bigint FROM (SELECT pg_advisory_xact_lock("
                                + HOUSEHOLDS_LOCK + ")) AS locked"),
                work,
                listener);
    }

    <T> T write(Function<DSLContext, T> work) {
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
            // It would deadlock.
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
                result = work.apply(using.apply(connection));
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

    /** Being busy is no failure. */
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

    /** If the connection is broken at the start, nothing was done, and another one is tried. */
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

    /** Locks the household until the end of the transaction. */
    private static long lock(Connection connection, HouseholdId household) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_current_xact_id()::text::bigint FROM household WHERE household_id = ? FOR UPDATE")) {
            statement.setLong(1, household.value());
            try (ResultSet row = statement.executeQuery()) {
                // If the household does not exist, the work reports that.
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
     * Asks the server for the outcome of a transaction whose COMMIT was not answered. Returns if it was committed.
     *
     * @throws StoreUnavailableException if it was not committed, or if the server cannot answer in time
     */
    private void resolve(long transaction, CommitListener listener, SQLException fault) {
        long deadline = System.nanoTime() + ConnectionPools.PATIENCE.toNanos();
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

    /** Empty while it is in progress, or if the server does not answer. */
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

    static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is closed, and the transaction with it.
            cause.addSuppressed(e);
        }
    }
}
