package io.prorata.bootstrap.operator;

import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Finds the note of the server that owns a database. */
final class ServersNote {

    /** More than a server takes to start, and most commands take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ServersNote() {}

    /** Returns the note of the server that owns {@code database}, if one does; one that is starting is waited for. */
    static Optional<OwnerFile> of(Path database, CommandEnvironment environment) {
        return DatabaseLock.awaited(
                        database,
                        PATIENCE,
                        () -> environment.printNote("Waiting for the process that is opening {0} ...", database))
                .map(OwnerFile::of);
    }
}
