package io.prorata.bootstrap.server;

import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import java.nio.file.Path;
import java.time.Clock;

/** What books are kept in, for tests of the whole that hold for either. */
enum Engine {
    SQLITE,
    POSTGRESQL;

    /** Returns a command line over new books. */
    Shell shell(Path home) {
        if (this == SQLITE) {
            return new Shell(home);
        }
        PostgresAddress books = PostgresServer.address(PostgresServer.create());
        return new Shell(home)
                .with("PRORATA_DATABASE", books.url())
                .with("PRORATA_DATABASE_USER", books.user())
                .with("PRORATA_DATABASE_PASSWORD", books.password());
    }

    /** Starts a server over the books of {@code shell}. */
    Server serve(Shell shell, Clock clock) {
        var settings = new ServerSettings(ServerSettings.LOOPBACK, -1);
        if (this == SQLITE) {
            return Server.start(shell.database(), settings, clock);
        }
        String url = shell.environment().environment().getOrDefault("PRORATA_DATABASE", "");
        return Server.start(
                PostgresDatabase.open(PostgresServer.address(url.substring(url.lastIndexOf('/') + 1))),
                settings,
                clock);
    }
}
