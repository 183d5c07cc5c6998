package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is refused is a problem in words, and leaves every row of the database as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedRequestsTest {

    private static final String TRANSACTION = """
            {"date": "2026-03-02", "label": "Market", "amount": %s}""";

    private Shell shell;
    private Server server;
    private Client ours;
    private Client theirs;

    @BeforeAll
    void serve(@TempDir Path home) {
        shell = new Shell(home);
        server = Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
        for (String name : List.of("Ours", "Theirs")) {
            shell.must("household", "create", "--name", name, "--currency", "EUR", "--member", "x=X");
        }
        ours = client("1");
        theirs = client("2");
    }

    private Client client(String household) {
        return new Client(
                server.address(),
                shell.must("token", "create", "--name", "test", "--household", household)
                        .out()
                        .strip());
    }

    @AfterAll
    void stop() {
        ours.close();
        theirs.close();
        server.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                request(400, "GET", "/dashboard/summary/slim?month=2026-13", ""),
                request(400, "GET", "/dashboard/summary/slim?month=march", ""),
                request(400, "GET", "/dashboard/summary/slim?mnth=2026-03", ""),
                request(400, "POST", "/transactions", ""),
                request(400, "POST", "/transactions", "{"),
                request(400, "POST", "/transactions", "[]"),
                request(400, "POST", "/transactions", TRANSACTION.formatted("NaN")),
                request(400, "POST", "/transactions", TRANSACTION.formatted("\"NaN\"")),
                request(422, "POST", "/transactions", TRANSACTION.formatted("1" + "0".repeat(30))),
                request(422, "POST", "/transactions", TRANSACTION.formatted("\"-1.234\"")),
                request(400, "POST", "/transactions", TRANSACTION.formatted("\"-1\", \"colour\": \"red\"")),
                request(400, "POST", "/transactions", TRANSACTION.formatted("\"-1\", \"label\": \"twice\"")),
                request(422, "POST", "/imports", "this is no bank file"),
                request(422, "POST", "/imports", "Date;Label;Amount\n2026-01-02;A;x\n"),
                request(404, "GET", "/nowhere", ""),
                request(405, "DELETE", "/provisions/calculate/optimized", ""));
    }

    private static Arguments request(int status, String method, String path, String body) {
        return Arguments.of(status, method, path, body);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isRefusedAndLeavesEveryRowAsItWas(int status, String method, String path, String body) throws Exception {
        List<String> before = Rows.of(shell.database());

        HttpResponse<String> response = ours.send(
                method,
                path,
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                path.equals("/imports") ? "text/csv" : "application/json");

        assertProblem(status, response);
        assertEquals(before, Rows.of(shell.database()));
    }

    @Test
    void aBodyOf20MegabytesIsTooLarge() throws Exception {
        List<String> before = Rows.of(shell.database());
        byte[] body = new byte[20 * 1024 * 1024];
        Arrays.fill(body, (byte) ' ');

        for (String path : List.of("/transactions", "/imports")) {
            assertProblem(413, ours.send("POST", path, body, "Content-Type", "application/json"));
        }
        assertEquals(before, Rows.of(shell.database()));
    }

    @Test
    void aForeignThingIsAsIfItWereNot() throws IOException, InterruptedException, SQLException {
        HttpResponse<String> imported = theirs.send(
                "POST",
                "/imports",
                "Date;Label;Amount\n2026-01-02;A;-1,50\n".getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "text/csv");
        assertEquals(201, imported.statusCode(), imported.body());
        List<String> before = Rows.of(shell.database());

        HttpResponse<String> foreign = ours.send("DELETE", "/imports/1", new byte[0], "Accept", "*/*");
        HttpResponse<String> none = ours.send("DELETE", "/imports/77", new byte[0], "Accept", "*/*");

        assertProblem(404, foreign);
        assertEquals(
                Client.json(none).path("detail").asText().replace("77", "1"),
                Client.json(foreign).path("detail").asText());
        assertEquals(before, Rows.of(shell.database()));
    }

    @Test
    void aTokenThatIsNoneOpensNothing() throws IOException, InterruptedException, SQLException {
        List<String> before = Rows.of(shell.database());
        for (String token : List.of(
                "prorata_1_1_" + "A".repeat(43), "prorata_2_9_" + "A".repeat(43), "x", "operator_" + "A".repeat(43))) {
            try (Client stranger = new Client(server.address(), token)) {
                assertProblem(401, stranger.get("/dashboard/summary/slim"));
                assertProblem(401, stranger.post("/transactions", TRANSACTION.formatted("\"-1\"")));
                assertTrue(stranger.get("/operator/households").statusCode() >= 401);
            }
        }
        assertEquals(before, Rows.of(shell.database()));
    }

    @Test
    void whatIsNotRefusedIsSeenInTheRows() throws IOException, InterruptedException, SQLException {
        List<String> before = Rows.of(shell.database());

        assertEquals(
                201,
                ours.post("/transactions", TRANSACTION.formatted("\"-1.00\"")).statusCode());

        assertNotEquals(before, Rows.of(shell.database()));
    }

    private static void assertProblem(int status, HttpResponse<String> response) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", ""));
        JsonNode problem = Client.json(response);
        assertEquals(status, problem.path("status").asInt());
        assertFalse(problem.path("detail").asText().isBlank(), response.body());
        for (String secret : List.of("Exception", "io.prorata", "SELECT", "sqlite", "/tmp")) {
            assertFalse(response.body().contains(secret), response.body());
        }
    }
}
