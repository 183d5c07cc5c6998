package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process owns a database file, by the lock on the file {@code .lock} beside it. The system releases the lock when the process ends.
 *
 * <p>The owner may write a file {@code .owner} beside it, readable by its user alone, with the connection to the server.
 */
public final class DatabaseLock implements AutoCloseable {

    /**
     * The databases that this process owns. A lock belongs to the whole process, and closing any channel on the file releases it; so the
     * file is not opened again while it is held.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Duration LOOKED_EVERY = Duration.ofMillis(50);

    /** A process that tests the lock holds it for a moment, so an attempt is repeated. */
    private static final int LOOKS = 5;

    private final Path database;
    private final FileChannel channel;

    private DatabaseLock(Path database, FileChannel channel) {
        this.database = database;
        this.channel = channel;
    }

    /** @throws UnusableDatabaseException if another process, or this one, owns the database already, or its folder is not writable */
    public static DatabaseLock of(Path database) {
        try {
            OwnerOnly.createFolder(OwnerOnly.folderOf(database));
            Path real = real(database);
            if (!HELD.add(real)) {
                throw inUse(database);
            }
            try {
                return lock(real);
            } catch (IOException | RuntimeException e) {
                HELD.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new UnusableDatabaseException(
                    "Cannot write beside " + database + ": " + OwnerOnly.reason(e)
                            + ". Choose a folder you may write to, with --database.",
                    e);
        }
    }

    private static DatabaseLock lock(Path database) throws IOException {
        Path lockFile = beside(database, ".lock");
        OwnerOnly.createFile(lockFile);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        try {
            if (!isTaken(channel)) {
                throw inUse(database);
            }
            Files.deleteIfExists(beside(database, ".owner"));
            return new DatabaseLock(database, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        for (int look = 1; channel.tryLock() == null; look++) {
            if (look == LOOKS) {
                return false;
            }
            try {
                Thread.sleep(LOOKED_EVERY.dividedBy(LOOKS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static UnusableDatabaseException inUse(Path database) {
        return new UnusableDatabaseException("Another process is using " + database
                + ". Stop it, or send what you want to do to its server; one process owns a database.");
    }

    /** All links to a database are the same database. */
    private static Path real(Path database) throws IOException {
        return Files.exists(database)
                ? database.toRealPath()
                : OwnerOnly.folderOf(database).toRealPath().resolve(database.getFileName());
    }

    /** Writes the owner file for other processes of the same user. */
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

    /** Returns the owner file of the process that owns {@code database} now, if there is one. */
    public static Optional<Properties> announced(Path database) {
        try {
            Path real = real(database);
            Path note = beside(real, ".owner");
            if (!Files.exists(note) || !isHeld(real)) {
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

    /**
     * As {@link #announced}, but waits for an owner without an owner file: a server that starts, or a command that will end soon.
     *
     * @param most the maximum wait; after that, the database counts as owned by another process
     * @param waiting is run once, before the wait
     */
    public static Optional<Properties> awaited(Path database, Duration most, Runnable waiting) {
        long begun = System.nanoTime();
        boolean said = false;
        while (true) {
            Optional<Properties> note = announced(database);
            if (note.isPresent() || !isOwned(database) || System.nanoTime() - begun > most.toNanos()) {
                return note;
            }
            if (!said) {
                waiting.run();
                said = true;
            }
            try {
                Thread.sleep(LOOKED_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    private static boolean isOwned(Path database) {
        try {
            Path real = real(database);
            return Files.exists(beside(real, ".lock")) && isHeld(real);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isHeld(Path database) throws IOException {
        if (HELD.contains(database)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(beside(database, ".lock"), StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    /** Releases the database, once. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(beside(database, ".owner"));
            channel.close();
        } catch (IOException e) {
            throw new UnusableDatabaseException("Cannot release " + database + ": " + OwnerOnly.reason(e) + ".", e);
        } finally {
            HELD.remove(database);
        }
    }

    static Path beside(Path database, String suffix) {
        return database.resolveSibling(database.getFileName() + suffix);
    }
}
