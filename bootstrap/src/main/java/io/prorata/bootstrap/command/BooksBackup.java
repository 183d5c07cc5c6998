package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.persistence.sqlite.Backup;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.persistence.transfer.HouseholdCopy;
import io.prorata.bootstrap.composition.ServerRenderer;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.DatabaseOption;
import io.prorata.bootstrap.option.NamedDatabase;
import io.prorata.bootstrap.option.UsageException;
import io.prorata.domain.household.HouseholdId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Copies books into a new file: a file as a whole, books on a server household by household. */
final class BooksBackup {

    private BooksBackup() {}

    /**
     * @param one on a server, only this household; empty for all
     * @return the address of the books, without secrets
     */
    static String make(DatabaseOption database, Optional<HouseholdId> one, Path file, CommandEnvironment environment) {
        Optional<PostgresAddress> server = database.server(environment);
        if (server.isEmpty()) {
            Path from = database.file(environment);
            Backup.backup(from, file);
            return from.toString();
        }
        if (Files.exists(file)) {
            throw new UsageException(file + " is there already. Nothing is overwritten; name another file.");
        }
        try (PostgresDatabase books = PostgresDatabase.open(server.get());
                SqliteDatabase copy = NamedDatabase.own(file);
                var rendering = ServerRenderer.make()) {
            var _ = new HouseholdCopy(books, copy, rendering.renderer()).copy(one);
        }
        return server.get().shown();
    }
}
