package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.bootstrap.command.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {

    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void found() {
        shell = new Shell(home);
        shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X");
    }

    private String path(String name) {
        return home.resolve(name).toString();
    }

    @Test
    void aBackupRestoredElsewhereHoldsTheSameHouseholds() {
        String before = shell.must("household", "list").out();

        shell.must("backup", path("copy.db"));
        shell.must("restore", path("copy.db"), "--database", path("other/books.db"), "--create-folders");

        assertEquals(
                before,
                shell.must("household", "list", "--database", path("other/books.db"))
                        .out());
        assertEquals(
                ExitCode.OK,
                shell.run("verify", "--database", path("other/books.db")).code());
    }

    @Test
    void aBackupIsMadeWhileAnotherOwnsTheDatabase() {
        try (DatabaseLock _ = DatabaseLock.of(shell.database())) {
            shell.must("backup", path("copy.db"));
        }
        assertTrue(Files.exists(home.resolve("copy.db")));
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        Path file = Files.writeString(home.resolve("letter.txt"), "Dear all,");
        shell.must("backup", path("copy.db"));
        byte[] database = Files.readAllBytes(shell.database());

        Ended backup = shell.run("backup", file.toString());
        Ended restore = shell.run("restore", path("copy.db"));

        assertEquals(ExitCode.UNAVAILABLE, backup.code());
        assertTrue(backup.err().contains("is there already"), backup.err());
        assertEquals("Dear all,", Files.readString(file));
        assertEquals(ExitCode.UNAVAILABLE, restore.code());
        assertTrue(restore.err().contains("is there already"), restore.err());
        assertArrayEquals(database, Files.readAllBytes(shell.database()));
    }

    @Test
    void aRestoreWaitsForNobodyToOwnTheTarget() {
        shell.must("backup", path("copy.db"));
        try (DatabaseLock _ = DatabaseLock.of(home.resolve("busy.db"))) {
            Ended ended = shell.run("restore", path("copy.db"), "--database", path("busy.db"));

            assertEquals(ExitCode.UNAVAILABLE, ended.code());
            assertTrue(ended.err().contains("Another process is using"), ended.err());
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAsItIs() throws IOException {
        Path letter = Files.writeString(home.resolve("letter.txt"), "Dear all, this is no database.");

        for (String[] command : new String[][] {
            {"backup", path("b.db"), "--database", letter.toString()},
            {"restore", letter.toString(), "--database", path("r.db")},
            {"token", "list", "--database", letter.toString()},
        }) {
            Ended ended = shell.run(command);
            assertEquals(ExitCode.UNAVAILABLE, ended.code(), ended.toString());
            assertTrue(ended.err().contains("is no database"), ended.err());
            assertEquals(1, ended.err().strip().lines().count(), ended.err());
        }
        assertEquals("Dear all, this is no database.", Files.readString(letter));
    }

    @Test
    void verboseSaysWhereInTheProgram() {
        Ended quiet = shell.run("restore", path("nothing.db"), "--database", path("r.db"));
        Ended verbose = shell.run("restore", path("nothing.db"), "--database", path("r.db"), "--verbose");

        assertEquals(1, quiet.err().strip().lines().count(), quiet.err());
        assertTrue(verbose.err().contains("\tat io.prorata."), verbose.err());
    }
}
