package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screen asks the database as often for many things as for few. */
class PageStatementsTest {

    private static final Pattern STATEMENTS = Pattern.compile("statements: ([0-9]+)");
    private static final List<String> SCREENS = List.of(
            "/plan?month=2026-03",
            "/plan/budgets?month=2026-03",
            "/settle?month=2026-03",
            "/rows?month=2026-03",
            "/confirm?month=2026-03");

    @TempDir
    private Path home;

    @Test
    void statementsDoNotGrowWithWhatIsShown() throws IOException, InterruptedException {
        var shell = new Shell(home);
        try (Server server =
                Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            shell.must(
                    "household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X", "--member", "y=Y");
            String token = shell.must("token", "create", "--name", "test", "--scope", "admin")
                    .out()
                    .strip();
            try (var client = new Client(server.address(), token)) {
                add(client, 1);
                Map<String, Integer> few = statements(client);
                for (int i = 2; i <= 7; i++) {
                    add(client, i);
                }
                assertEquals(few, statements(client));
            }
        }
    }

    /** One more of everything that a screen lists. */
    private static void add(Client client, int number) throws IOException, InterruptedException {
        made(client.post(
                "/fixed-expenses",
                "{\"label\": \"Bill " + number + "\", \"category\": \"C" + number
                        + "\", \"amount\": \"10\", \"frequency\": \"monthly\", \"from\": \"2026-03\"}"));
        made(client.post(
                "/provisions",
                "{\"name\": \"P" + number
                        + "\", \"base\": {\"mode\": \"fixed\", \"amount\": \"5\"}, \"from\": \"2026-03\"}"));
        made(client.post(
                "/provisions/" + number + "/contributions",
                "{\"date\": \"2026-03-0" + number + "\", \"amount\": \"3\"}"));
        made(client.post("/budgets", "{\"category\": \"B" + number + "\", \"amount\": \"50\", \"from\": \"2026-03\"}"));
        made(client.post(
                "/settlements",
                "{\"date\": \"2026-03-02\", \"from\": \"x\", \"to\": \"y\", \"amount\": \"" + number + "\"}"));
        made(client.post(
                "/transactions",
                "{\"date\": \"2026-03-02\", \"label\": \"Row\", \"amount\": \"-" + number
                        + "\", \"category\": \"D\"}"));
    }

    private static void made(HttpResponse<String> answer) {
        assertEquals(201, answer.statusCode(), answer.body());
    }

    /** The second time that a screen is asked for: what is kept in between is kept for few and for many. */
    private static Map<String, Integer> statements(Client client) throws IOException, InterruptedException {
        Map<String, Integer> statements = new LinkedHashMap<>();
        for (String screen : SCREENS) {
            client.send("GET", screen, new byte[0], "Accept", "text/html");
            HttpResponse<String> shown = client.send("GET", screen, new byte[0], "Accept", "text/html");
            assertEquals(200, shown.statusCode(), shown.body());
            Matcher found = STATEMENTS.matcher(
                    shown.headers().firstValue("Server-Timing").orElse("none"));
            assertTrue(found.find(), shown.headers().toString());
            statements.put(screen, Integer.parseInt(found.group(1)));
        }
        return statements;
    }
}
