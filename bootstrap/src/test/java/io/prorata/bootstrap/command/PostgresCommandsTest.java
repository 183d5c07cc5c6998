package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.operator.NodeNotes;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
    }

    /** From a file to a server and back: what both show is compared by the command itself, and here once more. */
    @Test
    void booksAreCopiedBetweenTheEngines() throws IOException {
        Path sample = home.resolve("sample.db");
        Shell file = new Shell(home).with("PRORATA_DATABASE", sample.toString());
        file.must(
                "household", "create", "--name", "Ours", "--currency", "EUR", "--zone", "UTC", "--member", "ines=Inès");
        file.must("household", "create", "--name", "Others", "--currency", "CHF", "--zone", "UTC", "--member", "a=A");
        Path statement = Files.writeString(
                home.resolve("statement.csv"), "Date;Label;Amount\n2026-03-02;Market;-12.50\n2026-03-03;Fuel;-30.00\n");
        file.must("import", "--household", "1", statement.toString());
        String token = file.must("token", "create", "--household", "1", "--name", "phone")
                .out()
                .strip();

        Ended copied = shell.must("copy", "--from", sample.toString(), "--to", books.url(), "--household", "1");
        assertTrue(copied.out().contains("views the same."), copied.out());
        Ended twice = shell.run("copy", "--from", sample.toString(), "--to", books.url());
        assertEquals(ExitCode.UNAVAILABLE, twice.code());
        assertTrue(twice.err().contains("A household 1 is there already"), twice.err());
        Ended nobody = shell.run("copy", "--from", sample.toString(), "--to", books.url(), "--household", "7");
        assertTrue(nobody.err().contains("There is no household 7"), nobody.err());
        assertEquals(
                1,
                shell.must("household", "list")
                        .out()
                        .lines()
                        .filter(line -> line.contains("EUR"))
                        .count());
        assertFalse(shell.must("household", "list").out().contains("CHF"));
        assertTrue(shell.must("verify").out().contains("are right."));

        Path back = home.resolve("back.db");
        shell.must("backup", back.toString());
        assertEquals(
                file.must("imports", "list", "--household", "1").out(),
                new Shell(home)
                        .with("PRORATA_DATABASE", back.toString())
                        .must("imports", "list")
                        .out());
        Ended full = shell.run("restore", back.toString());
        assertEquals(ExitCode.UNAVAILABLE, full.code());
        assertTrue(full.err().contains("There are households already"), full.err());
        String empty = PostgresServer.address(PostgresServer.create()).url();
        Ended restored = shell.must("restore", back.toString(), "--database", empty);
        assertTrue(restored.out().contains("Restored " + back + " to " + empty), restored.out());
        assertEquals(
                file.must("imports", "list", "--household", "1").out(),
                shell.must("imports", "list", "--database", empty).out());
        assertTrue(new Shell(home)
                .with("PRORATA_DATABASE", back.toString())
                .must("verify")
                .out()
                .contains("are right."));
        try (Server node = node();
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> shown = get(client, node, token);
            assertEquals(200, shown.statusCode(), "tokens come along");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void damagedBooksAreNotCopied() {
        found();
        PostgresServer.execute(
                books.url().substring(books.url().lastIndexOf('/') + 1), "UPDATE member SET name = 'Ines'");
        Path copy = home.resolve("copy.db");

        Ended refused = shell.run("copy", "--from", books.url(), "--to", copy.toString());

        assertEquals(ExitCode.UNAVAILABLE, refused.code());
        assertTrue(refused.err().contains("member ines is not as it was written"), refused.err());
        Ended empty = new Shell(home).with("PRORATA_DATABASE", copy.toString()).must("household", "list");
        assertFalse(empty.out().contains("Ours"), empty.out());
    }

    @Test
    void whatConcernsAServerWorksOverADatabaseServerToo() {
        found();
        shell.must("warm", "--months", "1");
        Ended none = shell.run("top");
        assertEquals(ExitCode.USAGE, none.code());
        assertTrue(none.err().contains("No server runs over " + books.shown()), none.err());
        assertEquals(ExitCode.USAGE, shell.run("features", "list").code());
        try (Server node = node()) {
            Optional<DatabaseLock> note = NodeNotes.leave(books, node.note(), shell.environment());
            assertTrue(shell.must("top", "--once").out().contains(node.address().toString()));
            assertTrue(shell.must("features", "off", "warm-next").out().contains("off"));
            shell.must("warm", "--months", "1");
            note.orElseThrow().close();
        }
        Path last = home.resolve("last.db");
        Ended deleted = shell.must("household", "delete", "--name", "Ours", "--backup", last.toString());
        assertTrue(deleted.out().contains("Deleted the household 1"), deleted.out());
        assertFalse(shell.must("household", "list").out().contains("Ours"));
        assertTrue(new Shell(home)
                .with("PRORATA_DATABASE", last.toString())
                .must("household", "list")
                .out()
                .contains("Ours"));
    }

    /** Requests get a problem that says when to come back, and afterwards answers. */
    @Test
    void aServerThatIsAwayIsAProblemUntilItIsBack() throws IOException, InterruptedException {
        found();
        String token = shell.must("token", "create", "--name", "phone").out().strip();
        String name = books.url().substring(books.url().lastIndexOf('/') + 1);
        try (Server node = node();
                HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(200, get(client, node, token).statusCode());
            PostgresServer.execute("ALTER DATABASE " + name + " WITH ALLOW_CONNECTIONS false");
            PostgresServer.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");

            HttpResponse<String> away = get(client, node, token);
            assertEquals(503, away.statusCode(), away.body());
            assertTrue(
                    away.headers().firstValue("Retry-After").isPresent(),
                    away.headers().toString());

            PostgresServer.execute("ALTER DATABASE " + name + " WITH ALLOW_CONNECTIONS true");
            assertEquals(200, get(client, node, token).statusCode());
        }
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
