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
 * Detects that the open files of SQLite were removed or replaced. SQLite itself continues to write into such a file, and these writes are
 * lost. A detected problem remains until the database is opened again.
 */
final class OpenFiles {

    private final Path database;
    private final Path log;
    private volatile Seen databaseSeen;
    private volatile Seen logSeen;
    private volatile @Nullable String finding;

    /**
     * The state of a file.
     *
     * @param key identifies the file; null if the file system has none
     */
    private record Seen(@Nullable Object key, long size, FileTime modified) {

        boolean isSameFile(Seen now) {
            return Objects.equals(key, now.key);
        }
    }

    /** Records the current files: the database in {@code file} and the log beside it are open. */
    OpenFiles(Path file) throws IOException {
        this.database = file;
        this.log = DatabaseLock.beside(file.toRealPath(), "-wal");
        this.databaseSeen = look(database);
        this.logSeen = look(log);
    }

    /** Returns the problem of the files, if any; for any thread, at any time. */
    Optional<String> finding() {
        if (finding == null) {
            note(sameFiles());
        }
        return Optional.ofNullable(finding);
    }

    /**
     * Requires that no other program changed the files since the last write. The database changes only by writes; the log never becomes
     * shorter.
     *
     * @throws StoreUnavailableException if one did
     */
    void requireUntouched() {
        requireSame();
        note(untouched());
        requireNoFinding();
    }

    /**
     * Requires that the last write went into the files with these names.
     *
     * @throws StoreUnavailableException if they were replaced
     */
    void requireSame() {
        if (finding == null) {
            note(sameFiles());
        }
        requireNoFinding();
    }

    /** Records the files after a write, unless they were replaced. */
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

    /** Returns whether another log with that name exists, which SQLite would remove on closing. */
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
                return database + " was written to by another program";
            }
            return look(log).size() < logSeen.size() ? log + " was truncated by another program" : null;
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
