package io.prorata.bootstrap.demo;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.sqlite.Backup;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.bootstrap.composition.OpenBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The sample household's books: one file for each month, so that the sample ends today and earlier experiments remain. */
public final class DemoBooks {

    private DemoBooks() {}

    /** Returns the file of the current month. */
    public static Path file(Path folder, Clock clock) {
        return folder.resolve("sample-" + SampleHousehold.currentMonth(clock) + ".db");
    }

    /**
     * Opens the books in {@code file}; creates them if there are none, or if {@code fresh} is true.
     *
     * @throws UnusableDatabaseException if a running demo owns them, or the folder is not writable
     */
    public static SqliteDatabase open(Path file, boolean fresh, Clock clock) {
        DatabaseLock lock = DatabaseLock.of(file);
        try {
            if (fresh) {
                remove(file);
            }
            if (!Files.exists(file)) {
                make(file, clock);
            }
            return SqliteDatabase.own(file, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Fills another file first and renames it when it is complete, so that an interrupted start leaves no partial sample. */
    private static void make(Path file, Clock clock) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        remove(unfinished);
        try (SqliteDatabase database = SqliteDatabase.own(unfinished, DatabaseLock.of(unfinished))) {
            new SampleHousehold(OpenBooks.in(database, clock), clock).settle();
        }
        Backup.restore(unfinished, file);
        remove(unfinished);
        remove(unfinished.resolveSibling(unfinished.getFileName() + ".lock"));
    }

    private static void remove(Path database) {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
            }
        } catch (IOException e) {
            throw new UnusableDatabaseException("Cannot remove " + database + ": " + e.getMessage() + ".", e);
        }
    }
}
