package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** The settings of every connection. They are read back, because SQLite silently ignores an unknown pragma. */
final class Pragmas {

    /** A requested value, and SQLite's answer if it is set. */
    private record Setting(String value, String answer) {
        Setting(String value) {
            this(value, value);
        }
    }

    private static final Map<String, Setting> EVERY_CONNECTION = everyConnection();
    private static final Map<String, Setting> OWN_CONNECTION = and(EVERY_CONNECTION, ownConnection());
    /** KiB, allocated only as needed: an import touches all pages of all indexes (decision 0080). */
    private static final Map<String, Setting> WRITING = Map.of("cache_size", new Setting("-65536"));

    private static final Map<String, Setting> READING = Map.of("query_only", new Setting("ON", "1"));

    private Pragmas() {}

    /** None of these writes to the file. */
    private static Map<String, Setting> everyConnection() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        settings.put("busy_timeout", new Setting("2000"));
        settings.put("temp_store", new Setting("MEMORY", "2"));
        settings.put("trusted_schema", new Setting("OFF", "0"));
        settings.put("cell_size_check", new Setting("ON", "1"));
        // An I/O error on a mapped page kills the JVM.
        settings.put("mmap_size", new Setting("0"));
        return settings;
    }

    private static Map<String, Setting> ownConnection() {
        Map<String, Setting> settings = new LinkedHashMap<>();
        settings.put("journal_mode", new Setting("wal"));
        // A power cut loses no committed write.
        settings.put("synchronous", new Setting("FULL", "2"));
        settings.put("foreign_keys", new Setting("ON", "1"));
        return settings;
    }

    /** Opens a connection of the database's owner, which reads and writes. */
    static Connection writing(Path file) throws SQLException {
        return set(open(file), and(OWN_CONNECTION, WRITING));
    }

    /** Opens a connection of the database's owner, which only reads. */
    static Connection reading(Path file) throws SQLException {
        return set(open(file), and(OWN_CONNECTION, READING));
    }

    /** Opens a file for reading, without settings that would be written to it. */
    static Connection asItIs(Path file) throws SQLException {
        return set(open(file), and(EVERY_CONNECTION, READING));
    }

    /** Opens an empty file without settings. */
    static Connection unset(Path file) throws SQLException {
        return open(file);
    }

    /** Returns a source of connections with the settings of the database's owner, for Flyway. */
    static DataSource source(Path file) {
        return new SQLiteDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return writing(file);
            }
        };
    }

    /** By a URI, in which no character of the path has a special meaning for the driver. */
    private static Connection open(Path file) throws SQLException {
        NativeLibrary.load();
        var config = new SQLiteConfig();
        // One thread at a time uses a connection, so SQLite need not lock it.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        // Else the driver searches the text of every statement for an insert, and asks for the last row after each one.
        config.setPragma(SQLiteConfig.Pragma.JDBC_GET_GENERATED_KEYS, "false");
        return new StatementCache(config.createConnection("jdbc:sqlite:" + file.toUri()));
    }

    private static Map<String, Setting> and(Map<String, Setting> first, Map<String, Setting> then) {
        Map<String, Setting> all = new LinkedHashMap<>(first);
        all.putAll(then);
        return all;
    }

    static long number(Connection connection, String pragma) throws SQLException {
        return Long.parseLong(read(connection, pragma));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Runs a statement that may return a row, which is ignored. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection set(Connection connection, Map<String, Setting> settings) throws SQLException {
        try {
            for (var setting : settings.entrySet()) {
                try (Statement statement = connection.createStatement()) {
                    // Some pragmas return a row and some do not; execute supports both.
                    statement.execute("PRAGMA " + setting.getKey() + "="
                            + setting.getValue().value());
                }
                String answer = read(connection, setting.getKey());
                if (!answer.equals(setting.getValue().answer())) {
                    throw new UnusableDatabaseException("SQLite does not take " + setting.getKey() + "="
                            + setting.getValue().value() + " for this file: it answers " + answer
                            + ". Keep the database on a local disk.");
                }
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static String read(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA " + pragma)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }
}
