package io.prorata.bootstrap.operator;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The servers of this machine over books on a database server: each leaves a note in its user's data folder, as a server over a file
 * leaves one beside it.
 */
public final class NodeNotes {

    private static final String OWNER = ".owner";

    private NodeNotes() {}

    /** Leaves a note until the answer is closed; none where the folder cannot be written to. */
    public static Optional<DatabaseLock> leave(PostgresAddress books, OwnerFile note, CommandEnvironment environment) {
        try {
            DatabaseLock lock = DatabaseLock.of(
                    folder(environment).resolve(prefix(books) + note.address().getPort()));
            lock.announce(note.toProperties());
            return Optional.of(lock);
        } catch (UnusableDatabaseException e) {
            environment.printNote(
                    "The commands top, warm and features will not find this server: {0}",
                    environment.words().sentence(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Returns the note of a server that runs, the first by its port. */
    static Optional<OwnerFile> find(PostgresAddress books, CommandEnvironment environment) {
        return notes(books, environment).stream()
                .flatMap(path -> DatabaseLock.announced(path).stream())
                .map(OwnerFile::of)
                .findFirst();
    }

    private static List<Path> notes(PostgresAddress books, CommandEnvironment environment) {
        Path folder = folder(environment);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix(books)) && name.endsWith(OWNER))
                    .map(name -> folder.resolve(name.substring(0, name.length() - OWNER.length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path folder(CommandEnvironment environment) {
        return environment.dataHome().resolve("prorata");
    }

    /** The address is no name of a file. */
    private static String prefix(PostgresAddress books) {
        return "node-" + UUID.nameUUIDFromBytes(books.shown().getBytes(StandardCharsets.UTF_8)) + "-";
    }
}
