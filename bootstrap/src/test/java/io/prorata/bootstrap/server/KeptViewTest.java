package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.bootstrap.command.Shell;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a view costs that is kept in memory: nothing where nobody else writes, and one look at the store where others do. */
class KeptViewTest {

    private static final Pattern STATEMENTS = Pattern.compile("statements: ([0-9]+)");
    private static final String VIEW = "/dashboard/summary/slim?month=2026-03";
    private static final String LINE = "{\"date\": \"2026-03-02\", \"label\": \"Market\", \"amount\": \"-1\"}";

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void itCostsOneStatementAtMostWithWhoAsks(Engine engine) throws IOException, InterruptedException {
        Shell shell = engine.shell(home);
        String token = founded(shell);
        try (Server server = engine.serve(shell, Shell.MID_MARCH);
                Client client = new Client(server.address(), token)) {
            client.get(VIEW);
            client.get(VIEW);
            int most = engine == Engine.SQLITE ? 0 : 1;

            HttpResponse<String> kept = client.get(VIEW);
            assertEquals("near", kept.headers().firstValue("X-Cache").orElse(""));
            assertEquals(most, statements(kept));
            HttpResponse<String> unchanged = client.send("GET", VIEW, new byte[0], "If-None-Match", etag(kept));
            assertEquals(304, unchanged.statusCode());
            assertEquals(most, statements(unchanged));

            assertEquals(201, client.post("/transactions", LINE).statusCode());
            HttpResponse<String> computed = client.get(VIEW);
            assertNotEquals(etag(kept), etag(computed));
            // The look that finds it stale, the kept row of the table, the header, the totals; none of them if it was
            // warmed meanwhile.
            assertTrue(statements(computed) <= 5, "statements: " + statements(computed));
            assertEquals(most, statements(client.get(VIEW)));
        }
    }

    @Test
    void whatAnotherNodeHasDoneIsSeenByTheNextRequest() throws IOException, InterruptedException {
        Engine engine = Engine.POSTGRESQL;
        Shell shell = engine.shell(home);
        String token = founded(shell);
        String other = token(shell, "other");
        try (Server here = engine.serve(shell, Shell.MID_MARCH);
                Server there = engine.serve(shell, Shell.MID_MARCH);
                Client reader = new Client(here.address(), other);
                Client writer = new Client(there.address(), token)) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> before = reader.get(VIEW);
                assertEquals(before.body(), reader.get(VIEW).body());
                assertEquals(201, writer.post("/transactions", LINE).statusCode());
                assertNotEquals(before.body(), reader.get(VIEW).body());
            }
            assertEquals(
                    204,
                    writer.send("DELETE", "/tokens/2", new byte[0], "If-Match", "*")
                            .statusCode());
            assertEquals(401, reader.get(VIEW).statusCode());
        }
    }

    private static String founded(Shell shell) {
        shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X");
        return token(shell, "test");
    }

    private static String token(Shell shell, String name) {
        return shell.must("token", "create", "--name", name, "--scope", "admin")
                .out()
                .strip();
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static int statements(HttpResponse<String> answer) {
        Matcher said =
                STATEMENTS.matcher(answer.headers().firstValue("Server-Timing").orElseThrow());
        return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }
}
