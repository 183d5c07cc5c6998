package io.prorata.bootstrap.command.frame;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.Operators;
import io.prorata.bootstrap.operator.OwnerFile;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.server.Server;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what only a server can: what concerns what a server keeps, and what is a request to the API. */
public final class WithServer {

    private static final int ANY_PORT = -1;

    private WithServer() {}

    /**
     * Does {@code work} with the note of a server of this machine over the database; where none runs, of one that runs for so long, on the
     * loopback.
     *
     * @param tiers of the server that is started
     */
    public static void over(
            DatabaseOption database, TierSettings tiers, CommandEnvironment environment, Consumer<OwnerFile> work) {
        Optional<OwnerFile> running = running(database, environment);
        if (running.isPresent()) {
            work.accept(running.get());
            return;
        }
        try (Server server = start(database, tiers, environment)) {
            work.accept(server.note());
        }
    }

    /** Returns the note of a server of this machine over the database, if one runs. */
    public static Optional<OwnerFile> running(DatabaseOption database, CommandEnvironment environment) {
        Optional<PostgresAddress> server = database.server(environment);
        return server.isPresent()
                ? Operators.note(server.get(), environment)
                : Operators.note(database.file(environment), environment);
    }

    private static Server start(DatabaseOption database, TierSettings tiers, CommandEnvironment environment) {
        var settings = new ServerSettings(ServerSettings.LOOPBACK, ANY_PORT);
        return database.server(environment)
                .map(books -> Server.start(PostgresDatabase.open(books), settings, tiers, environment.clock()))
                .orElseGet(() -> Server.start(database.file(environment), settings, tiers, environment.clock()));
    }
}
