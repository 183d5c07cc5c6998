package io.prorata.adapter.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The connections that read: a fixed number, the one used last first, since its pages are in its cache and in the processor's. */
final class SqliteReaders {

    /** How many read at once. */
    static final int COUNT = 4;

    private final Duration patience;
    private final BlockingDeque<Connection> idle = new LinkedBlockingDeque<>(COUNT);

    /** How a connection is opened. */
    interface Opening {
        Connection open(Path file) throws SQLException;
    }

    /** @param patience how long one waits for a connection */
    SqliteReaders(Duration patience) {
        this.patience = patience;
    }

    void open(Path file, Opening opening) throws SQLException {
        for (int i = 0; i < COUNT; i++) {
            idle.add(opening.open(file));
        }
    }

    /** Returns how many nobody uses. */
    int idle() {
        return idle.size();
    }

    /** @throws io.prorata.application.port.StoreUnavailableException if all are taken for longer than one waits */
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

    /** Closes those that nobody uses. */
    void close() {
        for (Connection reader = idle.poll(); reader != null; reader = idle.poll()) {
            closeQuietly(reader);
        }
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Nothing was lost: what is committed is on disk, what is not was never promised.
            System.getLogger(SqliteDatabase.class.getName())
                    .log(System.Logger.Level.DEBUG, "a connection could not be closed", e);
        }
    }
}
