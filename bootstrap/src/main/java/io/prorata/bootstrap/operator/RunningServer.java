package io.prorata.bootstrap.operator;

import io.prorata.bootstrap.terminal.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The server that owns a database, seen from the command line. */
public final class RunningServer implements AutoCloseable {

    private final OwnerNote note;
    private final OperatorConnection connection;

    private RunningServer(OwnerNote note) {
        this.note = note;
        this.connection = new OperatorConnection(note);
    }

    /** Returns the server that owns {@code database}, if one does. */
    public static Optional<RunningServer> over(Path database, Surroundings surroundings) {
        return ServersNote.of(database, surroundings).map(RunningServer::new);
    }

    /** Returns where it answers. */
    public URI address() {
        return note.address();
    }

    public Performance performance() {
        return Performance.of(connection.get("/dashboard/performance/metrics"));
    }

    @Override
    public void close() {
        connection.close();
    }
}
