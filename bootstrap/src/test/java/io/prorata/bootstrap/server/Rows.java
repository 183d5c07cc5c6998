package io.prorata.bootstrap.server;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Every row of a database, as text: two that are equal hold the same. */
final class Rows {

    private Rows() {}

    static List<String> of(Path database) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var names = connection.createStatement();
                var tables = names.executeQuery(
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                                // Filled behind the writes.
                                + " AND name NOT LIKE 'transaction_text%' AND name <> 'text_index' ORDER BY name")) {
            while (tables.next()) {
                String table = tables.getString(1);
                try (var statement = connection.createStatement();
                        var content = statement.executeQuery("SELECT * FROM \"" + table + "\" ORDER BY 1, 2")) {
                    int columns = content.getMetaData().getColumnCount();
                    while (content.next()) {
                        StringBuilder row = new StringBuilder(table);
                        for (int column = 1; column <= columns; column++) {
                            row.append('|').append(content.getString(column));
                        }
                        rows.add(row.toString());
                    }
                }
            }
        }
        return rows;
    }
}
