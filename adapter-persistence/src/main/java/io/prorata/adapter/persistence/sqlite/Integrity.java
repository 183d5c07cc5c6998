package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Checks a database file: its pages, its indexes, its references. */
public final class Integrity {

    private Integrity() {}

    /** Returns the faults of the database in {@code file}, one sentence each; none if there are none. */
    public static List<String> findings(Path file) {
        try (Connection connection = Pragmas.asItIs(file)) {
            List<String> findings = new ArrayList<>();
            for (String row : rows(connection, "PRAGMA integrity_check")) {
                if (!row.equals("ok")) {
                    findings.add(row);
                }
            }
            for (String row : rows(connection, "PRAGMA foreign_key_check")) {
                findings.add("a row of the table " + row + " refers to a row that is not there");
            }
            return findings;
        } catch (SQLException e) {
            return List.of("it cannot be read: " + e.getMessage());
        }
    }

    static void requireSound(Path file) {
        List<String> findings = findings(file);
        if (!findings.isEmpty()) {
            throw new UnusableDatabaseException(
                    "The database is damaged: " + String.join("; ", findings) + ". No copy was made of it.");
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
