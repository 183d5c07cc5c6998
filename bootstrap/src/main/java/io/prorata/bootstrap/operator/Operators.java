package io.prorata.bootstrap.operator;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the way to the books. */
public final class Operators {

    private Operators() {}

    /** Returns an operator over {@code database}: through the server that owns it, or on the file itself if none does. */
    public static Operator over(Path database, CommandEnvironment environment) {
        return ServersNote.of(database, environment)
                .<Operator>map(
                        note -> new RemoteOperator(note, environment.words().language()))
                .orElseGet(() -> new LocalOperator(database, environment.clock()));
    }

    /** Returns the note of the server of this machine that owns {@code database}, if one does. */
    public static Optional<OwnerFile> note(Path database, CommandEnvironment environment) {
        return ServersNote.of(database, environment);
    }

    /** Returns the note of a server of this machine over {@code books}, if one runs. */
    public static Optional<OwnerFile> note(PostgresAddress books, CommandEnvironment environment) {
        return NodeNotes.find(books, environment);
    }

    /** Returns an operator over books on a database server, beside whatever else uses them. */
    public static Operator over(PostgresAddress server, CommandEnvironment environment) {
        return new LocalOperator(PostgresDatabase.open(server), environment.clock());
    }
}
