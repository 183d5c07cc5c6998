package io.prorata.adapter.persistence.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/**
 * One process owns a database file: whoever holds the lock on the file {@code .lock} beside it. The system gives the lock back however
 * the process ends.
 *
 * <p>The owner may leave a note beside it, {@code .owner}, readable by its user alone: how to reach the server.
 */
public final class DatabaseLock implements AutoCloseable {

    private final Path database;
    private final FileChannel channel;

    private DatabaseLock(Path database, FileChannel channel) {
        this.database = database;
        this.channel = channel;
    }

    /** @throws UnusableDatabaseException if another process, or this one, owns the database already, or its folder is unwritable */
    public static DatabaseLock of(Path database) {
        try {
            OwnerOnly.createFolder(OwnerOnly.folderOf(database));
            Path lockFile = beside(database, ".lock");
            OwnerOnly.createFile(lockFile);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
            if (tryLock(channel).isEmpty()) {
                channel.close();
                throw new UnusableDatabaseException("Another process is using " + database
                        + ". Stop it, or send what you want to do to its server; one process owns a database.");
            }
            Files.deleteIfExists(beside(database, ".owner"));
            return new DatabaseLock(database, channel);
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "Cannot write beside " + database + ": " + OwnerOnly.reason(e)
                            + ". Choose a folder you may write to, with --database.",
                    e);
        }
    }

    /** Leaves a note for other processes of the same user: how to reach the owner. */
    public void announce(Properties note) {
        try {
            Path target = beside(database, ".owner");
            Path written = beside(database, ".owner.new");
            Files.deleteIfExists(written);
            OwnerOnly.createFile(written);
            try (var out = Files.newBufferedWriter(written)) {
                note.store(
                        out, "How the command line reaches the server that owns the database; readable by you alone.");
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "Cannot write beside " + database + ": " + OwnerOnly.reason(e) + ".", e);
        }
    }

    /** Returns the note of the process that owns {@code database} now, if one does and has left one. */
    public static Optional<Properties> announced(Path database) {
        Path lockFile = beside(database, ".lock");
        Path note = beside(database, ".owner");
        if (!Files.exists(lockFile) || !Files.exists(note)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (tryLock(channel).isPresent()) {
                return Optional.empty();
            }
            var properties = new Properties();
            try (var in = Files.newBufferedReader(note)) {
                properties.load(in);
            }
            return Optional.of(properties);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(beside(database, ".owner"));
            channel.close();
        } catch (IOException e) {
            throw new UnusableDatabaseException("Cannot release " + database + ": " + OwnerOnly.reason(e) + ".", e);
        }
    }

    static Path beside(Path database, String suffix) {
        return database.resolveSibling(database.getFileName() + suffix);
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException held) {
            return Optional.empty();
        }
    }
}
