package io.prorata.adapter.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.TemporaryBooks;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process owns a database. */
class OwnershipTest {

    @TempDir
    Path folder;

    @Test
    void aSecondOwnerInTheSameProcessIsRefused() {
        Path file = folder.resolve("books.db");
        try (SqliteDatabase owner = TemporaryBooks.open(file)) {
            assertInUse(file);
            assertEquals(1, (int) owner.read(sql -> sql.fetchCount(sql.selectOne())));
        }
        TemporaryBooks.open(file).close();
    }

    /** Closing any channel on the lock's file gives the process's lock back: a refused attempt must not. */
    @Test
    void aSecondProcessIsRefusedEvenAfterAttemptsInThisOne() throws Exception {
        Path file = folder.resolve("books.db");
        try (SqliteDatabase owner = TemporaryBooks.open(file)) {
            assertInUse(file);
            assertTrue(DatabaseLock.announced(file).isEmpty());
            owner.lock().orElseThrow().announce(note("1"));
            assertEquals("1", DatabaseLock.announced(file).orElseThrow().getProperty("port"));
            try (var child = new ChildJvm(OwningChild.class, file)) {
                String answer = child.line();
                assertTrue(answer.startsWith("Another process is using " + file), answer);
            }
        }
    }

    @Test
    void theOwnerElsewhereIsFoundByItsNoteAndItsLockEndsWithIt() throws Exception {
        Path file = folder.resolve("books.db");
        try (var child = new ChildJvm(OwningChild.class, file)) {
            assertEquals("owned", child.line());
            assertInUse(file);
            assertEquals("4711", DatabaseLock.announced(file).orElseThrow().getProperty("port"));

            child.kill();

            assertEquals(Optional.empty(), DatabaseLock.announced(file));
            try (SqliteDatabase heir = TemporaryBooks.open(file)) {
                assertFalse(Files.exists(folder.resolve("books.db.owner")));
                assertEquals(Optional.empty(), DatabaseLock.announced(file));
                assertTrue(heir.lock().isPresent());
            }
        }
    }

    @Test
    void aLinkToADatabaseIsTheSameDatabase() throws Exception {
        Path file = folder.resolve("books.db");
        TemporaryBooks.open(file).close();
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
        try (SqliteDatabase owner = TemporaryBooks.open(link)) {
            assertInUse(file);
            owner.lock().orElseThrow().announce(note("2"));
            assertEquals("2", DatabaseLock.announced(file).orElseThrow().getProperty("port"));
        }
        assertEquals(Optional.empty(), DatabaseLock.announced(link));
    }

    @Test
    void aLockIsGivenBackOnce() {
        Path file = folder.resolve("books.db");
        DatabaseLock first = DatabaseLock.of(file);
        first.close();
        try (DatabaseLock second = DatabaseLock.of(file)) {
            second.announce(note("3"));
            first.close();
            assertInUse(file);
            assertEquals("3", DatabaseLock.announced(file).orElseThrow().getProperty("port"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsRefused() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("file"), "a file");

        var refused = assertThrows(
                UnusableDatabaseException.class, () -> TemporaryBooks.open(notAFolder.resolve("books.db")));

        assertTrue(refused.getMessage().contains("Cannot write beside"), refused.getMessage());
        assertTrue(refused.getMessage().contains("--database"), refused.getMessage());
        assertEquals("a file", Files.readString(notAFolder));
    }

    @Test
    void whatIsMadeIsReadableByItsOwnerAlone() throws Exception {
        Path file = folder.resolve("new/books.db");
        try (SqliteDatabase owner = TemporaryBooks.open(file)) {
            owner.lock().orElseThrow().announce(note("5"));
            for (String name : new String[] {"books.db", "books.db-wal", "books.db.lock", "books.db.owner"}) {
                assertEquals("rw-------", permissions(file.resolveSibling(name)), name);
            }
            assertEquals("rwx------", permissions(OwnerOnly.folderOf(file)));
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertInUse(Path file) {
        var refused = assertThrows(UnusableDatabaseException.class, () -> TemporaryBooks.open(file));
        assertTrue(refused.getMessage().startsWith("Another process is using "), refused.getMessage());
    }

    private static Properties note(String port) {
        var note = new Properties();
        note.setProperty("port", port);
        return note;
    }
}
