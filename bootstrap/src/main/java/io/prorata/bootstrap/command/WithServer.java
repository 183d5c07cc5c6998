package io.prorata.bootstrap.command;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.TierOperator;
import io.prorata.bootstrap.server.Server;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what only a server can, because it concerns what a server keeps. */
final class WithServer {

    private static final int ANY_PORT = -1;

    private WithServer() {}

    /**
     * Does {@code work} through the server that owns the database in {@code file}; where none runs, through one that runs for so long, on
     * the loopback.
     *
     * @param tiers of the server that is started
     */
    static void over(Path file, TierSettings tiers, CommandEnvironment environment, Consumer<TierOperator> work) {
        Optional<TierOperator> running = TierOperator.over(file, environment);
        if (running.isPresent()) {
            try (TierOperator operator = running.get()) {
                work.accept(operator);
            }
            return;
        }
        var settings = new ServerSettings(ServerSettings.LOOPBACK, ANY_PORT);
        try (Server _ = Server.start(file, settings, tiers, environment.clock());
                TierOperator operator = TierOperator.over(file, environment).orElseThrow()) {
            work.accept(operator);
        }
    }
}
