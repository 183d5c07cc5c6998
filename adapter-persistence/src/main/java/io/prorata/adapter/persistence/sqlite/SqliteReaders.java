package io.prorata.adapter.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The connections for reads: a fixed number, reused last in first out, because the caches of the last one are warm. */
final class SqliteReaders {

    /** The number of concurrent reads. */
    static final int COUNT = 4;

    private final Duration patience;
    private final BlockingDeque<Connection> idle = new LinkedBlockingDeque<>(COUNT);

    /** How a connection is opened. */
    interface Opening {
        Connection open(Path file) throws SQLException;
    }

    /** @param patience the maximum wait for a connection */
    SqliteReaders(Duration patience) {
        this.patience = patience;
    }

    void open(Path file, Opening opening) throws SQLException {
        for (int i = 0; i < COUNT; i++) {
            idle.add(opening.open(file));
        }
    }

    /** Returns the number of free ones. */
    int idle() {
        return idle.size();
    }

    /** @throws io.prorata.application.port.StoreUnavailableException if none is free in time */
    Connection take() {
        try {
            Connection reader = idle.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (reader == null) {
                throw StoreFaults.busy(new TimeoutException("all readers are taken for " + patience));
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreFaults.busy(e);
        }
    }

    void giveBack(Connection reader) {
        idle.addFirst(reader);
    }

    /** Closes the free ones. */
    void close() {
        for (Connection reader = idle.poll(); reader != null; reader = idle.poll()) {
            closeQuietly(reader);
        }
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Nothing is lost: commits are on disk, and uncommitted work was never acknowledged.
            System.getLogger(SqliteDatabase.class.getName())
                    .log(System.Logger.Level.DEBUG, "a connection could not be closed", e);
        }
    }
}
