package io.prorata.adapter.persistence.sqlite;

import io.prorata.application.port.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the files that SQLite has open are still those of that name. SQLite itself goes on writing into a file that was removed or
 * replaced, and whoever opens the books next finds nothing of it. What is found once holds until the database is opened anew.
 */
final class OpenFiles {

    private final Path database;
    private final Path log;
    private volatile Seen databaseSeen;
    private volatile Seen logSeen;
    private volatile @Nullable String finding;

    /**
     * A file as it was.
     *
     * @param key tells it from another file of the same name; null where the file system has none
     */
    private record Seen(@Nullable Object key, long size, FileTime modified) {

        boolean isSameFile(Seen now) {
            return Objects.equals(key, now.key);
        }
    }

    /** Takes the files as they are now: the database in {@code file} is open, and so is the log beside it. */
    OpenFiles(Path file) throws IOException {
        this.database = file;
        this.log = DatabaseLock.beside(file.toRealPath(), "-wal");
        this.databaseSeen = look(database);
        this.logSeen = look(log);
    }

    /** Returns what is wrong with the files; for any thread, at any time. */
    Optional<String> finding() {
        if (finding == null) {
            note(sameFiles());
        }
        return Optional.ofNullable(finding);
    }

    /**
     * Requires that nobody has touched the files since the last write. The database changes only by writes; the log never becomes
     * shorter.
     *
     * @throws StoreUnavailableException if somebody has
     */
    void requireUntouched() {
        requireSame();
        note(untouched());
        requireNoFinding();
    }

    /**
     * Requires that what was just written went into the files of these names.
     *
     * @throws StoreUnavailableException if they are others by now
     */
    void requireSame() {
        if (finding == null) {
            note(sameFiles());
        }
        requireNoFinding();
    }

    /** Takes the files as a write has left them, unless they are others. */
    void written() {
        if (finding == null) {
            try {
                Seen databaseNow = look(database);
                Seen logNow = look(log);
                if (databaseSeen.isSameFile(databaseNow) && logSeen.isSameFile(logNow)) {
                    databaseSeen = databaseNow;
                    logSeen = logNow;
                }
            } catch (IOException e) {
                note(reason(e));
            }
        }
    }

    /** Returns whether a log of that name is there that is not the one that is open: SQLite would remove it on closing. */
    boolean logIsAnothers() {
        try {
            return !logSeen.isSameFile(look(log));
        } catch (IOException e) {
            return false;
        }
    }

    private void requireNoFinding() {
        String found = finding;
        if (found != null) {
            throw StoreFaults.replaced(new IllegalStateException(found));
        }
    }

    private @Nullable String sameFiles() {
        try {
            if (!databaseSeen.isSameFile(look(database))) {
                return database + " is another file than the one that is open";
            }
            return logSeen.isSameFile(look(log)) ? null : log + " is another file than the one that is open";
        } catch (IOException e) {
            return reason(e);
        }
    }

    private @Nullable String untouched() {
        try {
            Seen now = look(database);
            if (now.size() != databaseSeen.size() || !now.modified().equals(databaseSeen.modified())) {
                return database + " was written to by somebody else";
            }
            return look(log).size() < logSeen.size() ? log + " was cut short by somebody else" : null;
        } catch (IOException e) {
            return reason(e);
        }
    }

    private void note(@Nullable String found) {
        if (found != null) {
            finding = found;
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException missing ? missing.getFile() + " was removed" : OwnerOnly.reason(e);
    }

    private static Seen look(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Seen(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
    }
}
