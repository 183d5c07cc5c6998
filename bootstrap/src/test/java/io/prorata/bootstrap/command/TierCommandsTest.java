package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of answers, from the command line. */
class TierCommandsTest {

    @TempDir
    private Path home;

    private Shell shell;
    private String token = "";

    @BeforeEach
    void found() {
        shell = new Shell(home);
        shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--zone", "UTC", "--member", "ines=I");
        token = shell.must("token", "create", "--name", "phone").outLines().getFirst();
    }

    private Server serve() {
        return Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
    }

    private String cacheOf(Server server, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(server.address() + path))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.discarding())
                    .headers()
                    .firstValue("X-Cache")
                    .orElseThrow();
        }
    }

    @Test
    void whatIsWarmedWithoutAServerIsThereForTheNext() throws IOException, InterruptedException {
        assertEquals(
                "Ours: 20 views of 2 months are warm.",
                shell.must("warm", "--months", "2").out().strip());
        try (Server server = serve()) {
            assertEquals("table", cacheOf(server, "/dashboard/summary/slim?month=2026-02"));
            assertEquals("near", cacheOf(server, "/dashboard/summary/slim?month=2026-02"));
            assertEquals("miss", cacheOf(server, "/dashboard/summary/slim?month=2026-01"));
        }
    }

    @Test
    void aServerThatRunsIsWarmedItself() throws IOException, InterruptedException {
        try (Server server = serve()) {
            Ended warmed = shell.interactive().run("warm", "--months", "1");
            assertEquals(0, warmed.code(), warmed.err());
            assertTrue(warmed.out().contains("10 views of 1 month are warm"), warmed.out());
            assertEquals("near", cacheOf(server, "/summary/enhanced?month=2026-03"));
        }
    }

    @Test
    void featuresAreListedAndSwitchedWhileItRuns() throws IOException, InterruptedException {
        assertEquals(ExitCode.USAGE, shell.run("features", "list").code());
        try (Server server = serve()) {
            cacheOf(server, "/dashboard/summary/slim?month=2026-02");
            Ended off = shell.must("features", "off", "near-tier");
            assertTrue(off.outLines().stream().anyMatch(line -> line.matches("near-tier +off +.*")), off.out());
            assertEquals("table", cacheOf(server, "/dashboard/summary/slim?month=2026-02"));
            shell.must("features", "on", "near-tier");
            assertTrue(shell.must("features", "list").out().contains("warm-next"));
            Ended unknown = shell.run("features", "off", "warp");
            assertEquals(ExitCode.REFUSED, unknown.code());
            assertTrue(unknown.err().contains("near-tier"), unknown.err());
        }
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        assertEquals(ExitCode.USAGE, shell.run("warm", "--household", "7").code());
        assertEquals(ExitCode.REFUSED, shell.run("warm", "--months", "121").code());
        assertEquals(ExitCode.USAGE, shell.run("serve", "--redis", "localhost").code());
        assertEquals(ExitCode.USAGE, shell.run("serve", "--near-mib", "0").code());
    }
}
