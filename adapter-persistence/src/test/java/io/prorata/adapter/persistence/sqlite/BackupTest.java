package io.prorata.adapter.persistence.sqlite;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.Spending;
import io.prorata.adapter.persistence.TemporaryBooks;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.application.view.Revision;
import io.prorata.domain.household.HouseholdId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a living database, and what may become of them. */
class BackupTest {

    @TempDir
    Path folder;

    @Test
    void aCopyOfALivingDatabaseIsOfOneMoment() throws Exception {
        Path file = folder.resolve("books.db");
        var enough = new AtomicBoolean();
        try (SqliteDatabase database = TemporaryBooks.open(file);
                var threads = Executors.newCachedThreadPool()) {
            var work = TemporaryBooks.over(database);
            HouseholdId household = found(work);
            Future<Long> written = threads.submit(() -> {
                long last = 1;
                while (!enough.get()) {
                    last = Spending.once(work, household).number();
                }
                return last;
            });
            try {
                long atLeast = 1;
                for (int i = 0; i < 3; i++) {
                    Path copy = folder.resolve("copy" + i + ".db");
                    Backup.backup(file, copy);
                    atLeast = assertOneMoment(copy, household, atLeast);
                }
                enough.set(true);
                assertTrue(written.get() >= atLeast);
            } finally {
                enough.set(true);
            }
        }
        assertEquals(Set.of("books.db", "books.db.lock", "copy0.db", "copy1.db", "copy2.db"), names());
    }

    private static long assertOneMoment(Path copy, HouseholdId household, long atLeast) {
        assertEquals(List.of(), Integrity.findings(copy));
        try (SqliteDatabase visited = SqliteDatabase.visit(copy)) {
            long reached =
                    Spending.read(TemporaryBooks.over(visited), household).number();
            assertTrue(reached >= atLeast, reached + " after " + atLeast);
            return reached;
        }
    }

    @Test
    void aCopyIsOneFileAndReadingItLeavesItAsItIs() throws Exception {
        Path copy = backedUp(folder.resolve("books.db"));
        byte[] before = Files.readAllBytes(copy);

        SqliteDatabase.visit(copy).close();
        assertEquals(List.of(), Integrity.findings(copy));

        assertArrayEquals(before, Files.readAllBytes(copy));
        assertEquals(Set.of("books.db", "books.db.lock", "copy.db"), names());
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Path copy = backedUp(folder.resolve("books.db"));
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Path wal = Files.writeString(folder.resolve("gone.db-wal"), "precious");

        assertThere(() -> Backup.backup(copy, precious));
        assertThere(() -> Backup.backup(copy, copy));
        assertThere(() -> Backup.restore(copy, precious));
        assertThere(() -> Backup.restore(copy, folder.resolve("gone.db")));
        assertThere(() -> Backup.restore(copy, folder.resolve("books.db")));

        assertEquals("precious", Files.readString(precious));
        assertEquals("precious", Files.readString(wal));
    }

    @Test
    void aRestoredDatabaseIsTheSameBooksUnderAnotherEpoch() {
        Path file = folder.resolve("books.db");
        Revision original;
        HouseholdId household;
        try (SqliteDatabase database = TemporaryBooks.open(file)) {
            household = found(TemporaryBooks.over(database));
            original = Spending.once(TemporaryBooks.over(database), household);
        }
        Path copy = folder.resolve("copy.db");
        Path restored = folder.resolve("elsewhere/books.db");
        Path again = folder.resolve("again.db");
        Backup.backup(file, copy);
        Backup.restore(copy, restored);
        Backup.restore(copy, again);

        Set<String> epochs = new TreeSet<>(Set.of(original.epoch()));
        for (Path path : List.of(restored, again)) {
            try (SqliteDatabase database = TemporaryBooks.open(path)) {
                var revision = Spending.read(TemporaryBooks.over(database), household);
                assertEquals(original.number(), revision.number());
                assertNotEquals(original.epoch(), revision.epoch());
                epochs.add(revision.epoch());
                assertEquals(
                        original.number() + 1,
                        Spending.once(TemporaryBooks.over(database), household).number());
            }
        }
        assertEquals(3, epochs.size());
    }

    @Test
    void whereNothingIsThereIsNothingToCopy() throws Exception {
        Path nothing = folder.resolve("nothing.db");
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Path copy = folder.resolve("copy.db");

        for (Path from : List.of(nothing, empty)) {
            assertThrows(UnusableDatabaseException.class, () -> Backup.backup(from, copy));
            assertThrows(UnusableDatabaseException.class, () -> Backup.restore(from, copy));
        }

        assertEquals(Set.of("empty.db"), names());
    }

    @Test
    void aDamagedDatabaseIsNotCopied() throws Exception {
        Path copy = backedUp(folder.resolve("books.db"));
        byte[] bytes = Files.readAllBytes(copy);
        // The headers of the pages of the second half: of tables, too, for a copy makes indexes anew.
        for (int page = bytes.length / 4096 / 2 * 4096; page < bytes.length; page += 4096) {
            Arrays.fill(bytes, page, page + 64, (byte) 0xEE);
        }
        Path damaged = Files.write(folder.resolve("damaged.db"), bytes);

        assertNotEquals(List.of(), Integrity.findings(damaged));
        assertThrows(UnusableDatabaseException.class, () -> Backup.restore(damaged, folder.resolve("restored.db")));

        assertArrayEquals(bytes, Files.readAllBytes(damaged));
        assertEquals(Set.of("books.db", "books.db.lock", "copy.db", "damaged.db"), names());
    }

    @Test
    void aFolderThatCannotBeWrittenToIsRefused() throws Exception {
        Path copy = backedUp(folder.resolve("books.db"));
        Path notAFolder = Files.writeString(folder.resolve("file"), "a file");

        var refused =
                assertThrows(UnusableDatabaseException.class, () -> Backup.backup(copy, notAFolder.resolve("copy.db")));

        assertTrue(
                refused.getMessage().startsWith("Cannot write " + notAFolder.resolve("copy.db")), refused.getMessage());
    }

    @Test
    void aReferenceToARowThatIsNotThereIsFound() throws Exception {
        Path copy = backedUp(folder.resolve("books.db"));
        try (var connection = Pragmas.writing(copy)) {
            Pragmas.execute(connection, "PRAGMA foreign_keys=OFF");
            Pragmas.execute(connection, "INSERT INTO counter (household_id, thing, last) VALUES (99, 'x', 1)");
        }

        List<String> findings = Integrity.findings(copy);

        assertEquals(1, findings.size());
        assertTrue(findings.getFirst().contains("counter"), findings.getFirst());
        assertFalse(Files.exists(folder.resolve("other.db")));
        assertThrows(UnusableDatabaseException.class, () -> Backup.backup(copy, folder.resolve("other.db")));
    }

    /** Returns a copy of new books in {@code file}. */
    private Path backedUp(Path file) {
        try (SqliteDatabase database = TemporaryBooks.open(file)) {
            HouseholdId household = found(TemporaryBooks.over(database));
            for (int i = 0; i < 20; i++) {
                Spending.once(TemporaryBooks.over(database), household);
            }
        }
        Path copy = folder.resolve("copy.db");
        Backup.backup(file, copy);
        return copy;
    }

    private static void assertThere(Executable executable) {
        var refused = assertThrows(UnusableDatabaseException.class, executable);
        assertTrue(refused.getMessage().contains("is there already"), refused.getMessage());
    }

    private Set<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
