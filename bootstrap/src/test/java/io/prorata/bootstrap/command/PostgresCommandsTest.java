package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same commands and the same server over a database server. */
class PostgresCommandsTest {

    @TempDir
    private Path home;

    private final PostgresAddress books = PostgresServer.address(PostgresServer.create());
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home)
                .with("PRORATA_DATABASE", books.url())
                .with("PRORATA_DATABASE_USER", books.user())
                .with("PRORATA_DATABASE_PASSWORD", books.password());
    }

    private void found() {
        shell.must(
                "household", "create", "--name", "Ours", "--currency", "EUR", "--zone", "UTC", "--member", "ines=Inès");
    }

    private Server node() {
        return Server.start(
                PostgresDatabase.open(books),
                new ServerSettings(ServerSettings.LOOPBACK, -1),
                TierSettings.USUAL,
                Shell.MID_MARCH);
    }

    @Test
    void whatOneNodeEntersTheOtherShowsAtOnce() throws IOException, InterruptedException {
        found();
        String token = shell.must("token", "create", "--name", "phone").out().strip();
        Path statement = Files.writeString(
                home.resolve("statement.csv"), "Date;Label;Amount\n2026-03-02;Market;-12.50\n2026-03-03;Fuel;-30.00\n");
        try (Server one = node();
                Server other = node();
                HttpClient client = HttpClient.newHttpClient()) {
            String before = get(client, one, token).body();
            assertEquals(before, get(client, other, token).body());
            shell.must("import", statement.toString());
            HttpResponse<String> shown = get(client, other, token);
            assertEquals(200, shown.statusCode());
            assertFalse(shown.body().equals(before), shown.body());
            assertEquals(shown.body(), get(client, one, token).body());
            assertEquals(
                    shown.headers().firstValue("ETag"),
                    get(client, one, token).headers().firstValue("ETag"));
        }
        Ended verified = shell.must("verify");
        assertTrue(verified.out().contains("are right."), verified.out());
    }

    private static HttpResponse<String> get(HttpClient client, Server node, String token)
            throws IOException, InterruptedException {
        URI address = node.address().resolve("/dashboard/summary/slim?month=2026-03");
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void whatCannotServeIsOneSentence() {
        Ended wrong = shell.with("PRORATA_DATABASE_PASSWORD", "wrong").run("household", "list");
        assertEquals(ExitCode.UNAVAILABLE, wrong.code());
        assertTrue(wrong.err().contains("name or password is wrong"), wrong.err());
        assertFalse(wrong.err().contains("Exception"), wrong.err());

        Ended named = shell.run("household", "list", "--database", books.url() + "?password=secret");
        assertFalse(named.err().contains("secret"), named.err());
        assertTrue(named.err().contains("PRORATA_DATABASE_PASSWORD"), named.err());

        Ended nobody = new Shell(home).run("household", "list", "--database", books.url());
        assertEquals(ExitCode.USAGE, nobody.code());
        assertTrue(nobody.err().contains("PRORATA_DATABASE_USER"), nobody.err());

        Ended backup = shell.run("backup", home.resolve("copy.db").toString());
        assertEquals(ExitCode.USAGE, backup.code());
        assertTrue(backup.err().contains("pg_dump"), backup.err());
    }

    @Test
    void thePasswordMayStandInAFile() throws IOException {
        Path file = Files.writeString(home.resolve("password"), books.password() + "\n");
        Shell byFile = new Shell(home)
                .with("PRORATA_DATABASE", books.url())
                .with("PRORATA_DATABASE_USER", books.user())
                .with("PRORATA_DATABASE_PASSWORD_FILE", file.toString());
        byFile.must("household", "list");
        Ended missing = byFile.with(
                        "PRORATA_DATABASE_PASSWORD_FILE", home.resolve("none").toString())
                .run("household", "list");
        assertEquals(ExitCode.USAGE, missing.code());
    }
}
