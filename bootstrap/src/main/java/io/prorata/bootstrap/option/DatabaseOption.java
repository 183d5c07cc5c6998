package io.prorata.bootstrap.option;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.operator.Operator;
import io.prorata.bootstrap.operator.Operators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The database of a command. */
public final class DatabaseOption {

    private static final String URL = "jdbc:";

    @Option(
            names = {"-d", "--database"},
            paramLabel = "FILE|URL",
            description = {
                "The file that holds the books, or a PostgreSQL server: jdbc:postgresql://host/name.",
                "Environment: PRORATA_DATABASE. Default: prorata/prorata.db in $XDG_DATA_HOME or ~/.local/share.",
                "Of a server, user and password are PRORATA_DATABASE_USER, and PRORATA_DATABASE_PASSWORD or",
                "PRORATA_DATABASE_PASSWORD_FILE; PRORATA_DATABASE_CONNECTIONS (default 8) are for reads, as many for writes."
            })
    private @Nullable String database;

    /** Returns whether a database was named, on the command line or in the environment. */
    public boolean isNamed() {
        return database != null;
    }

    /** Returns the named file; fails if a server is named. */
    public Path file(CommandEnvironment environment) {
        if (database == null) {
            return environment.dataHome().resolve("prorata").resolve("prorata.db");
        }
        if (database.startsWith(URL)) {
            throw new UsageException("This command works on a file, and the books are on a server. A running server"
                    + " answers over HTTP; to copy the books, use pg_dump and pg_restore.");
        }
        return Path.of(database);
    }

    /** Returns the named database server, if any. */
    public Optional<PostgresAddress> server(CommandEnvironment environment) {
        return Optional.ofNullable(database)
                .filter(name -> name.startsWith(URL))
                .map(url -> ServerAddresses.read(url, environment.environment()));
    }

    /** Returns an operator over existing books. */
    public Operator operator(CommandEnvironment environment) {
        Optional<PostgresAddress> server = server(environment);
        if (server.isPresent()) {
            return Operators.over(server.get(), environment);
        }
        return Operators.over(existing(environment), environment);
    }

    /** Fails if a file is named, and there is none. */
    public void requireThere(CommandEnvironment environment) {
        if (server(environment).isEmpty()) {
            existing(environment);
        }
    }

    private Path existing(CommandEnvironment environment) {
        Path file = file(environment);
        if (!Files.exists(file)) {
            throw new UsageException("There is no database in " + file
                    + ". Make a household first (prorata household create), or name another file with --database.");
        }
        return file;
    }

    /** Returns an operator over books, which are created if they do not exist. */
    public Operator operatorOfNewOrOld(CommandEnvironment environment) {
        return server(environment)
                .map(server -> Operators.over(server, environment))
                .orElseGet(() -> Operators.over(file(environment), environment));
    }

    /** Opens the books as their owner, and creates them if they do not exist; no server may have the file open. */
    public Database own(CommandEnvironment environment) {
        return server(environment)
                .<Database>map(PostgresDatabase::open)
                .orElseGet(() -> NamedDatabase.own(file(environment)));
    }
}
