package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulation of many changes over many months asks the database as often as one of nothing, and waits for no write. */
class SimulationStatementsTest {

    private static final Pattern STATEMENTS = Pattern.compile("statements: ([0-9]+)");
    private static final String NOTHING = "{\"from\": \"2026-03\", \"to\": \"2026-03\", \"changes\": []}";

    @TempDir
    private Path home;

    @Test
    void statementsDoNotGrowWithMonthsAndChanges() throws IOException, InterruptedException {
        var shell = new Shell(home);
        try (Server server =
                Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            shell.must(
                    "household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X", "--member", "y=Y");
            String token = shell.must("token", "create", "--name", "test", "--scope", "admin")
                    .out()
                    .strip();
            try (var client = new Client(server.address(), token)) {
                planFiftyLines(client);
                client.post("/simulations", NOTHING);
                HttpResponse<String> nothing = client.post("/simulations", NOTHING);
                client.post("/simulations", tenChanges());
                HttpResponse<String> much = client.post("/simulations", tenChanges());
                assertEquals(200, much.statusCode(), much.body());
                assertTrue(Client.json(much).path("months").size() == 60, much.body());

                assertEquals(statements(nothing), statements(much));
                assertFalse(timing(much).contains("turn"), timing(much));
                assertEquals(revision(nothing), revision(much));
                if (Boolean.getBoolean("prorata.measure")) {
                    for (int i = 0; i < 60; i++) {
                        System.out.println(timing(client.post("/simulations", tenChanges())));
                    }
                }
            }
        }
    }

    private static void planFiftyLines(Client client) throws IOException, InterruptedException {
        made(client.post(
                "/configs",
                "{\"from\": \"2024-01\", \"members\": [{\"member\": \"x\", \"net\": \"2000\"}, {\"member\": \"y\","
                        + " \"net\": \"3000\"}]}"));
        for (int i = 1; i <= 30; i++) {
            made(client.post(
                    "/fixed-expenses",
                    "{\"label\": \"Bill " + i + "\", \"category\": \"C\", \"amount\": \"" + (10 * i)
                            + "\", \"frequency\": \"annual\", \"from\": \"2024-01\""
                            + (i % 2 == 0 ? ", \"due_month\": \"2024-06\"" : "") + "}"));
        }
        for (int i = 1; i <= 20; i++) {
            made(client.post(
                    "/provisions",
                    "{\"name\": \"P" + i + "\", \"from\": \"2024-01\", \"target\": \"1200\", \"base\": "
                            + (i % 2 == 0
                                    ? "{\"mode\": \"to_target\", \"by\": \"2026-12\", \"every\": 12}"
                                    : "{\"mode\": \"total\", \"percentage\": \"1\"}, \"accrues\": true")
                            + "}"));
        }
    }

    private static String tenChanges() {
        String changes = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "{\"method\": \"PATCH\", \"path\": \"/fixed-expenses/" + i
                        + "?from=2026-05\", \"body\": {\"amount\": \"99\"}}")
                .collect(Collectors.joining(", "));
        return "{\"from\": \"2026-03\", \"to\": \"2031-02\", \"changes\": [" + changes
                + ", {\"method\": \"POST\", \"path\": \"/configs\", \"body\": {\"from\": \"2026-04\", \"key\": {\"mode\":"
                + " \"equal\"}, \"members\": [{\"member\": \"x\", \"net\": \"1\"}, {\"member\": \"y\", \"net\": \"2\"}]}}]}";
    }

    private static void made(HttpResponse<String> answer) {
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private static int statements(HttpResponse<String> answer) {
        Matcher found = STATEMENTS.matcher(timing(answer));
        assertTrue(found.find(), timing(answer));
        return Integer.parseInt(found.group(1));
    }

    private static String timing(HttpResponse<String> answer) {
        return answer.headers().firstValue("Server-Timing").orElse("none");
    }

    private static String revision(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Revision").orElse("none");
    }
}
