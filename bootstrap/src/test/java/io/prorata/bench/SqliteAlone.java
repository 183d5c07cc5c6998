package io.prorata.bench;

import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What SQLite takes for the same by itself, on this machine in these minutes: what no program around it can undercut. */
final class SqliteAlone {

    private static final String SUMS = """
            SELECT classification_id, count(*), sum(amount_minor), min(amount_minor), max(amount_minor)
            FROM bank_transaction WHERE household_id = 1 AND month = '2024-12' AND excluded = 0
            GROUP BY classification_id
            """;

    private SqliteAlone() {}

    /** Sums December 2024 of {@code books} so often that a median can be told. */
    static BenchClient.Times sums(Path books, int warming, int rounds) {
        var times = new BenchClient.Times();
        try (Connection connection = connect(books);
                PreparedStatement sums = connection.prepareStatement(SUMS)) {
            for (int round = -warming; round < rounds; round++) {
                long start = System.nanoTime();
                read(sums);
                if (round >= 0) {
                    times.add(System.nanoTime() - start);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return times;
    }

    private static void read(PreparedStatement sums) throws SQLException {
        try (ResultSet groups = sums.executeQuery()) {
            while (groups.next()) {
                for (int number = 1; number <= 5; number++) {
                    var _ = groups.getLong(number);
                }
            }
        }
    }

    /** Copies all transactions of {@code books} into the same table of a new database by one statement; returns the milliseconds. */
    static long copy(Path books, Path into) {
        SqliteDatabase.own(into, DatabaseLock.of(into)).close();
        try (Connection connection = connect(into);
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + books + "' AS imported");
            long start = System.nanoTime();
            statement.execute("BEGIN IMMEDIATE");
            // Without a condition SQLite would see that the tables are alike, and copy their pages' contents in order,
            // index by index.
            statement.execute("INSERT INTO main.bank_transaction SELECT * FROM imported.bank_transaction WHERE true");
            statement.execute("COMMIT");
            return (System.nanoTime() - start) / 1_000_000;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
