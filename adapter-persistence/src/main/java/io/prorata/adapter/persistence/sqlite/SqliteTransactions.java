package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.Workload;
import io.prorata.application.port.StoreWatch.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * Runs work in transactions, which are begun and ended by statements of our own on connections in autocommit mode: the driver's own
 * {@code commit()} begins the next transaction at once, and may fail after the commit is done.
 */
final class SqliteTransactions {

    private static final Settings SETTINGS =
            new Settings().withRenderSchema(false).withExecuteLogging(false).withFetchWarnings(false);

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final SqliteWriter writer;
    private final Workload workload;
    private final List<ExecuteListenerProvider> observers;
    private final Supplier<StoreCondition> condition;

    /**
     * @param observers of every statement; others may be added later
     * @param condition of the files, which is watched once the database is open
     */
    SqliteTransactions(
            SqliteWriter writer,
            Workload workload,
            List<ExecuteListenerProvider> observers,
            Supplier<StoreCondition> condition) {
        this.writer = writer;
        this.workload = workload;
        this.observers = observers;
        this.condition = condition;
    }

    /** @param begin the statement that begins the transaction */
    <T> T run(Connection connection, String begin, Function<DSLContext, T> work, CommitListener listener)
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
                condition.get().requireKept();
            }
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            listener.inDoubt();
            throw e;
        }
        listener.committed();
    }

    DSLContext using(Connection connection) {
        return DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(SQLDialect.SQLITE)
                .set(SETTINGS)
                .set(observers.toArray(ExecuteListenerProvider[]::new)));
    }

    /** SQLite rolls back by itself after some faults; then there is nothing to do. */
    private void rollback(Connection connection, Throwable cause) {
        try {
            Pragmas.execute(connection, "ROLLBACK");
            if (writer.is(connection)) {
                condition.get().changedByUs();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
            if (writer.is(connection)) {
                // Its state is unknown; the next writer opens a new connection.
                writer.discard();
            }
        }
    }
}
