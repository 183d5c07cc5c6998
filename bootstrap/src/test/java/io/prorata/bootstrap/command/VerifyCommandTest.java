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
        spoil("UPDATE household SET revision = 7");

        var ended = shell.run("verify");

        assertEquals(ExitCode.REFUSED, ended.code());
        assertTrue(ended.out().contains("household 1, audit: has 1 changes"), ended.out());
        assertTrue(ended.out().contains("are not right: 2 findings."), ended.out());
    }

    /** What is kept of answers is checked where it would be shown, and nowhere else. */
    @Test
    void itComputesKeptAnswersAnew() throws SQLException {
        shell.must("warm", "--months", "1");
        String sound = shell.must("verify").out();
        assertTrue(sound.lines().anyMatch(line -> line.strip().equals("10  kept documents")), sound);

        spoil("UPDATE monthly_dashboard_cache SET document = x'7b7d' WHERE query LIKE 'summary-slim%'");
        var ended = shell.run("verify");
        assertEquals(ExitCode.REFUSED, ended.code());
        assertTrue(
                ended.out().contains("kept document summary-slim?month=2026-03: is not what is computed"), ended.out());

        spoil("UPDATE monthly_dashboard_cache SET nonce = nonce + 1");
        shell.must("verify");
    }

    @Test
    void itSumsKeptMonthsAnew() throws SQLException {
        spoil("INSERT INTO month_check (household_id, month, summed_by, check_value) VALUES (1, '2026-03', 1, 5)");
        var ended = shell.run("verify");
        assertEquals(ExitCode.REFUSED, ended.code());
        assertTrue(ended.out().contains("household 1, kept month 2026-03: its totals do not give"), ended.out());
    }

    private void spoil(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + shell.database());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whereNoDatabaseIsThereIsNothingToVerify() {
        var ended = shell.run("verify", "--database", home.resolve("none.db").toString());

        assertEquals(ExitCode.UNAVAILABLE, ended.code());
        assertTrue(ended.err().contains("There is no database"), ended.err());
    }
}
