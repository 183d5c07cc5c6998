package io.prorata.adapter.persistence.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The one connection that writes, and the turns of those who do. */
final class SqliteWriter {

    private final Path file;
    private final boolean visits;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Connection connection;

    /**
     * @param visits whether the file is somebody else's, and never written
     * @param patience how long one waits for others who write
     */
    SqliteWriter(Path file, boolean visits, Duration patience) {
        this.file = file;
        this.visits = visits;
        this.patience = patience;
    }

    /** Waits for its turn, and holds it until {@link #release}. */
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

    /** Returns how many wait for their turn. */
    int waiting() {
        return turn.getQueueLength();
    }

    /** Returns the connection, which is opened if there is none. */
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

    /** The next to write begins with a connection of its own. */
    void discard() {
        if (connection != null) {
            SqliteReaders.closeQuietly(connection);
            connection = null;
        }
    }
}
