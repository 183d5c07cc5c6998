package io.prorata.bootstrap.operator;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The server that owns a database, seen from the command line. */
public final class RunningServer implements AutoCloseable {

    private final OwnerFile note;
    private final OperatorConnection connection;

    private RunningServer(OwnerFile note, CommandEnvironment environment) {
        this.note = note;
        this.connection = new OperatorConnection(note, environment.words().language());
    }

    /** Returns the server that owns {@code database}, if one does. */
    public static Optional<RunningServer> over(Path database, CommandEnvironment environment) {
        return ServersNote.of(database, environment).map(note -> new RunningServer(note, environment));
    }

    /** Returns a server of this machine over {@code books}, if one runs. */
    public static Optional<RunningServer> over(PostgresAddress books, CommandEnvironment environment) {
        return NodeNotes.find(books, environment).map(note -> new RunningServer(note, environment));
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
