package io.prorata.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.application.Examples;
import io.prorata.application.SelfSignedCertificate;
import io.prorata.domain.household.HouseholdId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that encrypts, with a certificate that the test makes. */
class EncryptedPostgresTest {

    private static final String ROLE = "books";
    private static final String PASSWORD = "secret";

    @TempDir
    private Path folder;

    @Test
    void connectionsAreEncryptedAndTheServerIsWhoItSaysItIs() throws Exception {
        SelfSignedCertificate right = certificate("right");
        SelfSignedCertificate wrong = certificate("wrong");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "off")
                .start()) {
            encrypt(server, right);
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/books?sslmode=verify-full&sslrootcert=";

            try (PostgresDatabase database = open(url + right.certificate())) {
                assertEquals(
                        "t",
                        database.readOnce(
                                        sql -> sql.fetchSingle(
                                                "SELECT CASE WHEN ssl THEN 't' ELSE 'f' END FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
                                .get(0, String.class));
                assertEquals(
                        new HouseholdId(1),
                        Examples.found(new JooqUnitOfWork(database, Clock.systemUTC(), new SecureRandom(), 1)));
            }
            var refused = assertThrows(UnusableDatabaseException.class, () -> open(url + wrong.certificate()));
            assertTrue(refused.getMessage().contains("cannot be reached"), refused.getMessage());
        }
    }

    @Test
    void aServerThatDoesNotEncryptIsRefusedWhereThatIsAsked() {
        PostgresAddress plain = PostgresServer.address(PostgresServer.create());
        var refused = assertThrows(
                UnusableDatabaseException.class,
                () -> PostgresDatabase.open(new PostgresAddress(
                        plain.url() + "?sslmode=require", plain.user(), plain.password(), plain.connections())));
        assertTrue(refused.getMessage().contains("SSL"), refused.getMessage());
    }

    private static PostgresDatabase open(String url) {
        return PostgresDatabase.open(new PostgresAddress(url, ROLE, PASSWORD, 2));
    }

    /** The server reads its files as its own user, and so they go into its own folder. */
    private static void encrypt(EmbeddedPostgres server, SelfSignedCertificate with) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE books OWNER " + ROLE);
            // The server writes them itself: whoever started it may be another user.
            for (var file : List.of(with.certificate(), with.key())) {
                String text = Files.readString(file).replace("'", "''");
                statement.execute("CREATE TEMP TABLE lines (line text)");
                for (String line : text.lines().toList()) {
                    statement.execute("INSERT INTO lines VALUES ('" + line + "')");
                }
                String name = file.equals(with.key()) ? "server.key" : "server.crt";
                statement.execute("COPY lines TO PROGRAM 'umask 077; cat > " + name + "'");
                statement.execute("DROP TABLE lines");
            }
            statement.execute("ALTER SYSTEM SET ssl = on");
            statement.execute("SELECT pg_reload_conf()");
        }
        // It reads them before it lets the next one in, but not at once.
        for (int look = 0; look < 100; look++) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement();
                    var shown = statement.executeQuery("SHOW ssl")) {
                shown.next();
                if (shown.getString(1).equals("on")) {
                    return;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the server does not encrypt");
    }

    private SelfSignedCertificate certificate(String name) throws Exception {
        return SelfSignedCertificate.make(folder, name, "localhost");
    }
}
