package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Copies of a database: made while it is in use, checked, and put in place completely or not at all; never over an existing file. */
public final class Backup {

    private Backup() {}

    /**
     * Copies the database {@code from} into the new file {@code to}, from one snapshot, also during writes.
     *
     * @throws UnusableDatabaseException if {@code from} is no database, {@code to} exists already, or the copy fails its check
     */
    public static void backup(Path from, Path to) {
        if (Migrations.versionOf(from) == 0) {
            throw new UnusableDatabaseException("There is no database in " + from + ".");
        }
        copy(from, to, List.of(to));
    }

    /**
     * Puts the backup {@code from} where no database is, with a new epoch, so that no cached document of the old history is used.
     *
     * @throws UnusableDatabaseException if {@code from} is no valid backup, or any file of a database is at {@code to}
     */
    public static void restore(Path from, Path to) {
        if (Migrations.versionOf(from) == 0) {
            throw new UnusableDatabaseException("There is no backup in " + from + ".");
        }
        copy(
                from,
                to,
                Stream.of("", "-wal", "-shm", "-journal")
                        .map(suffix -> DatabaseLock.beside(to, suffix))
                        .toList());
    }

    private static void copy(Path from, Path to, List<Path> mustNotExist) {
        for (Path path : mustNotExist) {
            if (Files.exists(path)) {
                throw new UnusableDatabaseException(
                        path + " is there already. Nothing is overwritten; name another file.");
            }
        }
        Path written = DatabaseLock.beside(to, ".new-" + ProcessHandle.current().pid());
        try {
            OwnerOnly.createFolder(OwnerOnly.folderOf(to));
            OwnerOnly.createFile(written);
        } catch (IOException e) {
            throw unwritable(to, e);
        }
        try {
            vacuumInto(from, written);
            finish(written);
            Integrity.requireSound(written);
            force(written);
            putInPlace(written, to);
            force(OwnerOnly.folderOf(to));
        } catch (FileAlreadyExistsException e) {
            throw new UnusableDatabaseException(
                    to + " is there already. Nothing is overwritten; name another file.", e);
        } catch (IOException e) {
            throw unwritable(to, e);
        } catch (SQLException e) {
            throw new UnusableDatabaseException("Cannot copy " + from + ": " + e.getMessage() + ".", e);
        } finally {
            discard(written);
        }
    }

    private static UnusableDatabaseException unwritable(Path to, IOException e) {
        return new UnusableDatabaseException("Cannot write " + to + ": " + OwnerOnly.reason(e) + ".", e);
    }

    private static void vacuumInto(Path from, Path to) throws SQLException {
        try (Connection connection = Pragmas.asItIs(from);
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            // VACUUM INTO reads this database and writes another, but a read-only connection refuses it.
            Pragmas.execute(connection, "PRAGMA query_only=OFF");
            copy.setString(1, to.toUri().toString());
            copy.execute();
        }
    }

    /** A copy is another history from now on. */
    private static void finish(Path copy) throws SQLException {
        try (Connection connection = Pragmas.writing(copy)) {
            Migrations.renewEpoch(connection);
            // Into one file, without the write-ahead log.
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=DELETE");
            }
        }
    }

    static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A link is created atomically, or refused if the file exists; a move would overwrite it. */
    static void putInPlace(Path written, Path to) throws IOException {
        try {
            Files.createLink(to, written);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            // Some file systems have no links. This checks first and then moves.
            Files.move(written, to);
        }
    }

    static void discard(Path written) {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            try {
                Files.deleteIfExists(DatabaseLock.beside(written, suffix));
            } catch (IOException e) {
                System.getLogger(Backup.class.getName())
                        .log(System.Logger.Level.WARNING, "could not delete " + written, e);
            }
        }
    }
}
