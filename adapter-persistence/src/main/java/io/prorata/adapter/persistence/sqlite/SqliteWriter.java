package io.prorata.adapter.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The only connection for writes, behind a fair lock. */
final class SqliteWriter {

    private final Path file;
    private final boolean visits;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Connection connection;

    /**
     * @param visits whether another process owns the file, so that it is never written
     * @param patience the maximum wait for other writes
     */
    SqliteWriter(Path file, boolean visits, Duration patience) {
        this.file = file;
        this.visits = visits;
        this.patience = patience;
    }

    /** Waits for the lock, and holds it until {@link #release}. */
    void acquire() {
        try {
            if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw StoreFaults.busy(new TimeoutException("other writes take more than " + patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreFaults.busy(e);
        }
    }

    void release() {
        turn.unlock();
    }

    boolean isHeldByMe() {
        return turn.isHeldByCurrentThread();
    }

    /** Returns the number of waiting writes. */
    int waiting() {
        return turn.getQueueLength();
    }

    /** Returns the connection, and opens it if there is none. */
    Connection connected() throws SQLException {
        if (connection == null) {
            if (visits) {
                throw new IllegalStateException("this database is open for reading only");
            }
            connection = Pragmas.writing(file);
        }
        return connection;
    }

    boolean is(Connection other) {
        return other.equals(connection);
    }

    /** Closes the connection; the next write opens a new one. */
    void discard() {
        if (connection != null) {
            SqliteReaders.closeQuietly(connection);
            connection = null;
        }
    }
}
