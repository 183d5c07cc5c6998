package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.persistence.sqlite.Backup;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.transfer.HouseholdCopy;
import io.prorata.bootstrap.composition.ServerRenderer;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.FolderOption;
import io.prorata.bootstrap.option.NamedDatabase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a copy of the books in place. */
@Command(
        name = "restore",
        description = {
            "Restore a backup. An existing database is never overwritten: move it away first. On a server, the"
                    + " database is empty.",
            "Responses that clients have cached count as stale afterwards."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  prorata restore prorata-2026-03-01.db --database ~/prorata.db",
            "  prorata restore prorata-2026-03-01.db --database jdbc:postgresql://127.0.0.1/prorata"
        })
final class RestoreCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final FolderOption folder = new FolderOption();

    @Parameters(paramLabel = "FILE", description = "The backup. It is not changed.")
    private Path file;

    RestoreCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Optional<PostgresAddress> server = database.server(environment);
        if (server.isPresent()) {
            restore(server.get());
            return ExitCode.OK;
        }
        Path to = database.file(environment);
        if (database.isNamed()) {
            folder.requireFolderOf(to);
        }
        try (DatabaseLock _ = DatabaseLock.of(to)) {
            Backup.restore(file, to);
        }
        environment.print("Restored {0} to {1}, and checked it.", file, to);
        return ExitCode.OK;
    }

    private void restore(PostgresAddress server) {
        try (Database backup = new NamedDatabase(file.toString()).read(environment);
                PostgresDatabase books = PostgresDatabase.open(server);
                var rendering = ServerRenderer.make()) {
            var _ = new HouseholdCopy(backup, books, rendering.renderer()).copyIntoEmpty();
        }
        environment.print("Restored {0} to {1}, and checked it.", file, server.shown());
    }
}
