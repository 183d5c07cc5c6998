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
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file that is there already may be: the books, and nothing else; whatever else it is, it stays as it is. */
class UnusableFilesTest {

    @TempDir
    Path folder;

    @Test
    void noDatabaseAtAll() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear all, this is a letter and no database.\n");
        assertRefused(letter, "is no database");
        Path almost = folder.resolve("almost.db");
        Files.write(almost, "SQLite format 3\0 and then nothing of it".getBytes(StandardCharsets.US_ASCII));
        assertRefused(almost, "cannot be read as a database");
    }

    @Test
    void aFolder() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        var refused = assertThrows(UnusableDatabaseException.class, () -> TemporaryBooks.open(other));
        assertTrue(refused.getMessage().contains("is no file"), refused.getMessage());
    }

    @Test
    void aDatabaseOfAnotherProgram() throws Exception {
        Path bookmarks = folder.resolve("bookmarks.db");
        execute(bookmarks, "CREATE TABLE bookmark (address TEXT)", "INSERT INTO bookmark VALUES ('here')");
        assertRefused(bookmarks, "another program");
        Path numbered = folder.resolve("numbered.db");
        execute(numbered, "CREATE TABLE bookmark (address TEXT)", "PRAGMA user_version=1");
        assertRefused(numbered, "another program");
    }

    @Test
    void aDatabaseOfANewerVersion() throws Exception {
        Path newer = folder.resolve("newer.db");
        TemporaryBooks.open(newer).close();
        execute(newer, "PRAGMA user_version=" + (Migrations.NEWEST + 1));

        assertRefused(newer, "newer Prorata (its version is " + (Migrations.NEWEST + 1));
    }

    @Test
    void aFileOfNoLength() throws Exception {
        assertRefused(Files.createFile(folder.resolve("empty.db")), "is no database");
    }

    @Test
    void whatIsLeftOfADatabaseThatIsNotThere() throws Exception {
        for (String suffix : List.of("-wal", "-journal")) {
            Path gone = folder.resolve("gone" + suffix + ".db");
            Path left = Files.writeString(DatabaseLock.beside(gone, suffix), "the last writes");

            var owning = assertThrows(UnusableDatabaseException.class, () -> TemporaryBooks.open(gone));

            assertTrue(owning.getMessage().contains(left.toString()), owning.getMessage());
            assertEquals("the last writes", Files.readString(left));
            assertFalse(Files.exists(gone));
        }
    }

    @Test
    void aBlankDatabaseBecomesBooks() throws Exception {
        Path blank = folder.resolve("blank.db");
        // As its first owner leaves it who is stopped before the first script is through.
        execute(blank, "PRAGMA journal_mode=wal");
        assertNotEquals(0, Files.size(blank));

        try (SqliteDatabase database = TemporaryBooks.open(blank)) {
            found(TemporaryBooks.over(database));
        }
    }

    @Test
    void booksAreOpenedAgainAsTheyWereLeft() {
        Path file = folder.resolve("books.db");
        String epoch;
        HouseholdId household;
        try (SqliteDatabase database = TemporaryBooks.open(file)) {
            household = found(TemporaryBooks.over(database));
            epoch = Spending.once(TemporaryBooks.over(database), household).epoch();
        }
        try (SqliteDatabase database = TemporaryBooks.open(file)) {
            var revision = Spending.read(TemporaryBooks.over(database), household);
            assertEquals(2, revision.number());
            assertEquals(epoch, revision.epoch());
        }
        assertFalse(Files.exists(folder.resolve("books.db.before-v" + Migrations.NEWEST)));
    }

    @Test
    void scriptsRunOnceAndLeaveNothingWhenTheyFail() throws Exception {
        Path file = folder.resolve("books.db");
        try (Connection connection = Pragmas.writing(file)) {
            // One of its tables is there: the migrations do not begin.
            Pragmas.execute(connection, "CREATE TABLE bank_transaction (x INTEGER) STRICT");

            assertThrows(UnusableDatabaseException.class, () -> Migrations.apply(file, 0));

            assertEquals(0, Pragmas.number(connection, "user_version"));
            Pragmas.execute(connection, "DROP TABLE bank_transaction");
            Migrations.apply(file, 0);
            assertEquals(Migrations.NEWEST, Pragmas.number(connection, "user_version"));
            Migrations.apply(file, Migrations.NEWEST);
        }
        assertEquals(
                Integer.toString(Migrations.NEWEST),
                Migrations.flyway(file, Migrations.NEWEST)
                        .info()
                        .current()
                        .getVersion()
                        .getVersion());
        assertEquals(0, Migrations.flyway(file, Migrations.NEWEST).info().pending().length);
        assertEquals(List.of(), Integrity.findings(file));
    }

    @Test
    void theEpochOfEveryDatabaseIsItsOwn() throws Exception {
        assertNotEquals(epoch(folder.resolve("one.db")), epoch(folder.resolve("other.db")));
    }

    @Test
    void aPathMayHoldAnyCharacter() throws Exception {
        Path file = folder.resolve("what? 100% é #1;x&mode=memory").resolve("file:books.db");
        Path copy = file.resolveSibling("file:copy.db");
        TemporaryBooks.open(file).close();

        Backup.backup(file, copy);

        assertTrue(Files.size(file) > 0);
        assertEquals(List.of(), Integrity.findings(copy));
        SqliteDatabase.visit(copy).close();
    }

    @Test
    void aVisitorNeedsADatabaseOfThisVersion() {
        assertThrows(UnusableDatabaseException.class, () -> SqliteDatabase.visit(folder.resolve("none.db")));
        assertFalse(Files.exists(folder.resolve("none.db")));
    }

    private static String epoch(Path file) throws SQLException {
        TemporaryBooks.open(file).close();
        try (Connection connection = Pragmas.asItIs(file);
                var epoch = connection.createStatement().executeQuery("SELECT epoch FROM book")) {
            return epoch.getString(1);
        }
    }

    private void assertRefused(Path file, String reason) throws IOException {
        byte[] before = Files.readAllBytes(file);

        var owning = assertThrows(UnusableDatabaseException.class, () -> TemporaryBooks.open(file));
        var visiting = assertThrows(UnusableDatabaseException.class, () -> SqliteDatabase.visit(file));
        Path copy = folder.resolve("copy.db");
        var copying = assertThrows(UnusableDatabaseException.class, () -> Backup.backup(file, copy));
        var restoring = assertThrows(UnusableDatabaseException.class, () -> Backup.restore(file, copy));

        for (var refused : List.of(owning, visiting, copying, restoring)) {
            assertTrue(refused.getMessage().contains(reason), refused.getMessage());
            assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        assertFalse(Files.exists(copy));
    }

    private static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
