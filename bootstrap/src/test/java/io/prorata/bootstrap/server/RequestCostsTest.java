package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request costs the database is on that request's account, whichever threads it went through. */
class RequestCostsTest {

    private static final Pattern STATEMENTS =
            Pattern.compile("total;dur=[0-9.]+, db;dur=[0-9.]+;desc=\"statements: ([0-9]+)\"(, turn;dur=[0-9.]+)?");

    /** When nothing is in memory, as decision 0140 has it. */
    private static final int MOST_OF_A_VIEW = 10;

    @TempDir
    private Path home;

    @Test
    void statementsAreThoseOfTheRequest() throws IOException, InterruptedException {
        var shell = new Shell(home);
        try (Server server =
                Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH)) {
            shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X");
            String token = shell.must("token", "create", "--name", "test", "--scope", "admin")
                    .out()
                    .strip();
            try (var client = new Client(server.address(), token)) {
                String view = "/dashboard/savings?month=2026-03&use_cache=false";
                client.get(view);
                int again = statements(client.get(view));
                int recorded = statements(client.post(
                        "/transactions", "{\"date\": \"2026-03-02\", \"label\": \"Market\", \"amount\": \"-1\"}"));

                assertTrue(again >= 1 && again <= MOST_OF_A_VIEW, "a view past the cache, with who asks: " + again);
                assertEquals(again, statements(client.get(view)), "nobody else's");
                assertTrue(recorded > again, "a write: " + recorded);
                JsonNode store = Client.json(client.get("/dashboard/performance/metrics"))
                        .path("store");
                assertEquals(3, store.path("audit_rows").asLong());
                assertTrue(store.path("statements").asLong() >= again + recorded, store.toString());
                assertTrue(store.path("commit_us").asLong() > 0, store.toString());
            }
        }
    }

    private static int statements(HttpResponse<String> response) {
        String timing = response.headers().firstValue("Server-Timing").orElse("none");
        Matcher matcher = STATEMENTS.matcher(timing);
        assertTrue(matcher.matches(), timing);
        return Integer.parseInt(matcher.group(1));
    }
}
