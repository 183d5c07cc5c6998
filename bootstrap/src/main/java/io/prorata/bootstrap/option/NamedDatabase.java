package io.prorata.bootstrap.option;

import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A database named on the command line.
 *
 * @param name a file, or the address of a database server
 */
public record NamedDatabase(String name) {

    private static final String URL = "jdbc:";

    /** Returns the database server, if it names one. */
    public Optional<PostgresAddress> server(Map<String, String> environment) {
        return Optional.of(name).filter(url -> url.startsWith(URL)).map(url -> ServerAddresses.read(url, environment));
    }

    /** Opens it for reading, also if another process uses it. */
    public Database read(CommandEnvironment environment) {
        Optional<PostgresAddress> server = server(environment.environment());
        if (server.isPresent()) {
            return PostgresDatabase.open(server.get());
        }
        if (!Files.exists(Path.of(name))) {
            throw new UsageException("There is no database in " + name + ".");
        }
        return SqliteDatabase.visit(Path.of(name));
    }

    /** Opens it for writing, and creates it if it does not exist. */
    public Database write(CommandEnvironment environment) {
        return server(environment.environment())
                .<Database>map(PostgresDatabase::open)
                .orElseGet(() -> own(Path.of(name)));
    }

    /** Opens a file as its owner, and creates it if it does not exist. */
    public static SqliteDatabase own(Path file) {
        DatabaseLock lock = DatabaseLock.of(file);
        try {
            return SqliteDatabase.own(file, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Returns its name without secrets. */
    public String shown() {
        int parameters = name.indexOf('?');
        return name.startsWith(URL) && parameters >= 0 ? name.substring(0, parameters) : name;
    }
}
