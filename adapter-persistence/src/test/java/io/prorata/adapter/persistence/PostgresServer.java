package io.prorata.adapter.persistence;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server for the tests of one JVM, with as many empty databases as they ask for. */
public final class PostgresServer {

    /** The state of a refusal while the server starts, stops or recovers. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private static final int CONNECTIONS = 3;
    private static final String ROLE = "household_books";
    private static final String PASSWORD = "let-me-in";
    private static final AtomicInteger MADE = new AtomicInteger();

    private PostgresServer() {}

    /** Started by the first who asks; its server ends with the JVM. */
    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
                execute(server, "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + PASSWORD + "'");
                askForPassword(server);
                execute(server, "CREATE DATABASE empty_books OWNER " + ROLE);
                PostgresDatabase.open(address(server, "empty_books")).close();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Otherwise the server believes everybody of this machine. */
    private static void askForPassword(EmbeddedPostgres server) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("SHOW hba_file")) {
            shown.next();
            Path rules = Path.of(shown.getString(1));
            Files.writeString(rules, "host all " + ROLE + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute(server, "SELECT pg_reload_conf()");
    }

    /** Makes an empty database of the newest version, and returns its name. */
    public static synchronized String create() {
        String name = "books_" + MADE.incrementAndGet();
        execute(Running.SERVER, "CREATE DATABASE " + name + " TEMPLATE empty_books OWNER " + ROLE);
        return name;
    }

    /** Makes a database without anything in it, and returns its name. */
    public static String createBlank() {
        String name = "blank_" + MADE.incrementAndGet();
        execute(Running.SERVER, "CREATE DATABASE " + name + " OWNER " + ROLE);
        return name;
    }

    /** Copies a database as a replica would have it, and returns its name. Nobody may be using it at that moment but idle pools. */
    public static String copy(String name) {
        String copy = "copy_" + MADE.incrementAndGet();
        execute(
                Running.SERVER,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        execute(Running.SERVER, "CREATE DATABASE " + copy + " TEMPLATE " + name + " OWNER " + ROLE);
        return copy;
    }

    /** Runs a statement as the superuser, in a database. */
    public static void execute(String name, String sql) {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Ends all connections to a database, whatever they are in the middle of. */
    public static void endConnections(PostgresAddress address) {
        String name = address.url().substring(address.url().lastIndexOf('/') + 1);
        // A server that was killed before recovers first, and takes no connection meanwhile: then there is none to end.
        if (!isRecovering()) {
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        }
    }

    private static boolean isRecovering() {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection()) {
            return !connection.isValid(1);
        } catch (SQLException e) {
            return CANNOT_CONNECT_NOW.equals(e.getSQLState());
        }
    }

    public static void drop(String name) {
        execute(Running.SERVER, "DROP DATABASE " + name + " WITH (FORCE)");
    }

    /** Returns where the server listens, on the loopback. */
    public static int port() {
        return Running.SERVER.getPort();
    }

    /** Returns the address of a database, for the role that owns it. */
    public static PostgresAddress address(String name) {
        return address(Running.SERVER, name);
    }

    private static PostgresAddress address(EmbeddedPostgres server, String name) {
        return new PostgresAddress(
                PostgresAddress.PREFIX + "//127.0.0.1:" + server.getPort() + "/" + name, ROLE, PASSWORD, CONNECTIONS);
    }

    /** Runs a statement as the superuser, in the server's own database. */
    public static void execute(String sql) {
        execute(Running.SERVER, sql);
    }

    /** Opens a connection as the superuser. */
    public static Connection connect(String name) throws SQLException {
        return Running.SERVER.getDatabase("postgres", name).getConnection();
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
