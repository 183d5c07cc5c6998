package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process owns the books: the others go through it, or are told so. */
class ServeCommandTest {

    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    private Server serve() {
        return Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
    }

    private void found(String name) {
        shell.must(
                "household", "create", "--name", name, "--currency", "EUR", "--zone", "UTC", "--member", "ines=Inès");
    }

    @Test
    void commandsSayTheSameThroughAServerAndWithoutOne() {
        String madeThrough;
        String listedThrough;
        Ended issuedThrough;
        String tokensThrough;
        try (Server _ = serve()) {
            madeThrough = shell.must(
                            "household",
                            "create",
                            "--name",
                            "Ours",
                            "--currency",
                            "EUR",
                            "--zone",
                            "UTC",
                            "--member",
                            "ines=Inès")
                    .out();
            listedThrough = shell.must("household", "list").out();
            issuedThrough = shell.must("token", "create", "--name", "phone");
            shell.must("token", "create", "--name", "script", "--scope", "read");
            assertEquals(
                    "Token 2 (script) is revoked.",
                    shell.must("token", "revoke", "2").out().strip());
            tokensThrough = shell.must("token", "list").out();
        }

        assertEquals(madeThrough, shell.must("household", "list").out());
        assertEquals(listedThrough, shell.must("household", "list").out());
        assertEquals(tokensThrough, shell.must("token", "list").out());
        Ended issuedDirectly = shell.must("token", "create", "--name", "phone");
        assertTrue(issuedThrough.out().startsWith("prorata_1_1_"), issuedThrough.out());
        assertTrue(issuedDirectly.out().startsWith("prorata_1_3_"), issuedDirectly.out());
        assertEquals(issuedThrough.err(), issuedDirectly.err().replace("Token 3", "Token 1"));
    }

    @Test
    void aRefusalIsSaidTheSameThroughAServerAndWithoutOne() {
        found("Ours");
        Ended directly = shell.run("token", "revoke", "7");
        try (Server _ = serve()) {
            assertEquals(directly, shell.run("token", "revoke", "7"));
        }
        assertEquals(ExitCode.REFUSED, directly.code());
    }

    @Test
    void aTokenMadeThroughTheServerOpensItAtOnceAndIsClosedAtOnce() throws IOException, InterruptedException {
        try (Server server = serve();
                HttpClient client = HttpClient.newHttpClient()) {
            found("Ours");
            String token =
                    shell.must("token", "create", "--name", "phone").out().strip();
            var request = HttpRequest.newBuilder(URI.create(server.address() + "/dashboard/summary/slim?month=2026-03"))
                    .header("Authorization", "Bearer " + token)
                    .build();

            assertEquals(200, client.send(request, BodyHandlers.ofString()).statusCode());
            shell.must("token", "revoke", "1");
            assertEquals(401, client.send(request, BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void aSecondServerIsRefusedInOneSentence() throws IOException, InterruptedException {
        try (Server _ = serve();
                var second = new RunningProgram(
                        home,
                        "serve",
                        "--port",
                        "0",
                        "--database",
                        shell.database().toString())) {
            assertEquals(ExitCode.UNAVAILABLE, second.ended());
            assertEquals(1, second.said().size(), second.said().toString());
            assertTrue(second.said().getFirst().contains("Another process is using " + shell.database()));
        }
    }

    @Test
    void aServerInAProcessOfItsOwnStopsCleanly() throws IOException, InterruptedException {
        try (var server = new RunningProgram(home, "serve", "--port", "0")) {
            String answers = server.await("Prorata answers at http://127.0.0.1:");
            assertTrue(answers.contains(shell.database().toString()), answers);
            server.await("There is no household yet.");
            found("Ours");

            assertEquals(143, server.stop());
            server.await("Stopped.");
        }
        assertFalse(Files.exists(shell.database().resolveSibling("prorata.db.owner")));
        assertTrue(shell.must("household", "list").out().contains("Ours"));
    }

    @Test
    void theNoteThatLeadsToTheServerIsForItsUserAlone() throws IOException {
        try (Server _ = serve()) {
            Path note = shell.database().resolveSibling("prorata.db.owner");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(note)));
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        found("Ours");
        try (DatabaseLock lock = DatabaseLock.of(shell.database())) {
            var note = new Properties();
            note.setProperty("address", "http://127.0.0.1:1");
            note.setProperty("secret", "x");
            lock.announce(note);

            Ended ended = shell.run("token", "list");

            assertEquals(ExitCode.UNAVAILABLE, ended.code());
            assertEquals(
                    "The server that owns the database does not answer at http://127.0.0.1:1.",
                    ended.err().strip());
        }
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        Ended ended = shell.run("serve", "--port", "70000");

        assertEquals(ExitCode.USAGE, ended.code());
        assertTrue(ended.err().contains("There is no port 70000"), ended.err());
        assertFalse(Files.exists(shell.database()));
    }

    @Test
    void aThresholdThatIsNoneIsNamed() {
        Ended ended = shell.run("serve", "--slow", "sumary=1");

        assertEquals(ExitCode.USAGE, ended.code());
        assertEquals(
                "--slow cannot be read: there is no 'sumary'; there are summary, drill-down, provisions, others.",
                ended.err().strip());
    }

    @Test
    void aHostNameThatIsNoneIsNamed() {
        Ended ended = shell.run("serve", "--host-name", "money.example", "--host-name", "https://money.example:443/");

        assertEquals(ExitCode.USAGE, ended.code());
        assertTrue(ended.err().contains("--host-name https://money.example:443/ is no name"), ended.err());
        assertFalse(Files.exists(shell.database()));
    }

    @Test
    void aServerThatListensElsewhereSaysUnderWhichNamesAndAnswersUnderThem() throws IOException, InterruptedException {
        try (var server = new RunningProgram(
                home, "serve", "--host", "127.0.0.2", "--port", "0", "--host-name", "one.example,two.example")) {
            String answers = server.await("Prorata answers at http://127.0.0.2:");
            String names = server.await("It is asked as localhost");
            assertTrue(names.contains("one.example, two.example") && names.contains("--host-name NAME"), names);
            int port = Integer.parseInt(answers.replaceAll(".*:([0-9]+) over .*", "$1"));
            for (String name : List.of("one.example", "two.example", "127.0.0.2", "three.example")) {
                try (var socket = new Socket("127.0.0.2", port)) {
                    socket.getOutputStream()
                            .write(("GET /health/live HTTP/1.1\r\nHost: " + name + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                    assertEquals("HTTP/1.1 " + (name.startsWith("three") ? 421 : 200), status, name);
                }
            }
            assertEquals(143, server.stop());
        }
    }
}
