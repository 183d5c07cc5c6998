package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    @TempDir
    Path home;

    private Shell shell;

    @BeforeEach
    void foundAHousehold() {
        shell = new Shell(home);
        shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X");
    }

    @Test
    void itSaysWhatItLookedAtAlsoBesideTheOwner() {
        try (DatabaseLock _ = DatabaseLock.of(shell.database())) {
            String out = shell.must("verify").out();

            assertTrue(out.lines().anyMatch(line -> line.strip().equals("1  households")), out);
            assertTrue(out.lines().anyMatch(line -> line.strip().equals("1  changes in the audit")), out);
            assertTrue(out.strip().endsWith("are right."), out);
        }
    }

    @Test
    void itSaysWhatIsWrongAndWhere() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + shell.database());
                var statement = connection.createStatement()) {
            statement.execute("UPDATE household SET revision = 7");
        }

        var ended = shell.run("verify");

        assertEquals(ExitCode.REFUSED, ended.code());
        assertTrue(ended.out().contains("household 1, audit: has 1 changes"), ended.out());
        assertTrue(ended.out().contains("are not right: 2 findings."), ended.out());
    }

    @Test
    void whereNoDatabaseIsThereIsNothingToVerify() {
        var ended = shell.run("verify", "--database", home.resolve("none.db").toString());

        assertEquals(ExitCode.UNAVAILABLE, ended.code());
        assertTrue(ended.err().contains("There is no database"), ended.err());
    }
}
