package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.adapter.web.language.Language;
import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.operator.Performance;
import io.prorata.bootstrap.operator.Performance.Endpoint;
import io.prorata.bootstrap.server.Server;
import io.prorata.bootstrap.terminal.PerformanceOnTerminal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopCommandTest {

    private static final TerminalWords ENGLISH = TerminalWords.in(Language.EN);

    @TempDir
    private Path home;

    @Test
    void showsWhatTheServerHasAnswered() {
        var shell = new Shell(home);
        try (Server server =
                Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X");

            List<String> lines = shell.must("top", "--once").outLines();

            assertEquals("Prorata at " + server.address() + ", the last 5 minutes; durations in ms", lines.getFirst());
            assertTrue(lines.get(1).matches("Database: [0-9]+ statements in .*, 1 changes in the audit"), lines.get(1));
            String created = lines.stream()
                    .filter(line -> line.contains("POST    /operator/households"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(lines.toString()));
            assertTrue(
                    created.matches("ok +POST +/operator/households +1( +[0-9]+\\.[0-9]{2}){5} +1000 +0 +0"), created);
            assertEquals(lines.getFirst(), shell.must("top").outLines().getFirst(), "once, where nobody watches");
        }
    }

    @Test
    void withoutAServerItSaysHowToStartOne() {
        Ended ended = new Shell(home).run("top");

        assertEquals(ExitCode.USAGE, ended.code());
        assertTrue(ended.err().startsWith("No server runs over "), ended.err());
    }

    @Test
    void whatIsWorstIsFirst() {
        var performance = new Performance(
                300,
                List.of(
                        endpoint("ok", "/a", 7),
                        endpoint("ok", "/b", 9),
                        endpoint("slow", "/c", 1),
                        endpoint("failing", "/d", 1),
                        endpoint("ok", "/never", 0)),
                12,
                3_450,
                2,
                4_097,
                0,
                5,
                60_000);

        List<String> lines = PerformanceOnTerminal.lines(
                URI.create("http://127.0.0.1:8642"), performance, 3, PerformanceOnTerminal.ANY_WIDTH, ENGLISH);

        assertEquals("""
                Prorata at http://127.0.0.1:8642, the last 5 minutes; durations in ms
                Database: 12 statements in 3.45 ms, 2 writes waiting, 5 KiB and 0 KiB beside it, 5 changes in the audit; imports 60000 lines/s

                STATUS   METHOD  ROUTE  COUNT  MEAN   P50   P95   P99     MAX  LIMIT  SLOW  FAILED
                failing  GET     /d         1  0.02  0.01  1.00  9.00  612.35    500     3       4
                slow     GET     /c         1  0.02  0.01  1.00  9.00  612.35    500     3       4
                ok       GET     /b         9  0.02  0.01  1.00  9.00  612.35    500     3       4
                ... and 1 more""", String.join("\n", lines));
    }

    @Test
    void itFitsTheTerminal() {
        var performance = new Performance(
                300,
                List.of(
                        endpoint("ok", "/short", 7),
                        endpoint("failing", "/provisions/{id}/contributions/{movement}", 123_456)),
                12,
                3_450,
                2,
                4_097,
                0,
                5,
                60_000);
        for (int width = 200; width >= 60; width--) {
            int most = width;
            List<String> lines =
                    PerformanceOnTerminal.lines(URI.create("http://127.0.0.1:8642"), performance, 3, width, ENGLISH);
            lines.forEach(line -> assertTrue(line.length() <= most, most + ": " + line));
            assertTrue(lines.get(3).contains("ROUTE") && lines.get(3).contains("P95"), lines.get(3));
            assertTrue(lines.get(3).contains("FAILED"), lines.get(3));
        }
        List<String> narrow =
                PerformanceOnTerminal.lines(URI.create("http://127.0.0.1:8642"), performance, 3, 80, ENGLISH);
        assertTrue(narrow.get(4).contains("/provisions/{id}/"), narrow.get(4));
        assertTrue(PerformanceOnTerminal.lines(URI.create("http://127.0.0.1:8642"), performance, 3, 200, ENGLISH)
                .get(4)
                .contains("/provisions/{id}/contributions/{movement}"));
    }

    private static Endpoint endpoint(String status, String route, long count) {
        return new Endpoint(status, "GET", route, count, 21, 14, 1_000, 8_999, 612_345, 3, 4, 500_000);
    }
}
