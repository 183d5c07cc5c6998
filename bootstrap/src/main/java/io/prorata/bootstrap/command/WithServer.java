package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.TierOperator;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.server.Server;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what only a server can, because it concerns what a server keeps. */
final class WithServer {

    private static final int ANY_PORT = -1;

    private WithServer() {}

    /**
     * Does {@code work} through a server of this machine over the database; where none runs, through one that runs for so long, on the
     * loopback.
     *
     * @param tiers of the server that is started
     */
    static void over(
            DatabaseOption database, TierSettings tiers, CommandEnvironment environment, Consumer<TierOperator> work) {
        Optional<TierOperator> running = running(database, environment);
        if (running.isPresent()) {
            try (TierOperator operator = running.get()) {
                work.accept(operator);
            }
            return;
        }
        try (Server server = start(database, tiers, environment);
                TierOperator operator = TierOperator.of(server.note(), environment)) {
            work.accept(operator);
        }
    }

    /** Returns the way to a server of this machine over the database, if one runs. */
    static Optional<TierOperator> running(DatabaseOption database, CommandEnvironment environment) {
        Optional<PostgresAddress> server = database.server(environment);
        return server.isPresent()
                ? TierOperator.over(server.get(), environment)
                : TierOperator.over(database.file(environment), environment);
    }

    private static Server start(DatabaseOption database, TierSettings tiers, CommandEnvironment environment) {
        var settings = new ServerSettings(ServerSettings.LOOPBACK, ANY_PORT);
        return database.server(environment)
                .map(books -> Server.start(PostgresDatabase.open(books), settings, tiers, environment.clock()))
                .orElseGet(() -> Server.start(database.file(environment), settings, tiers, environment.clock()));
    }
}
