package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.address.AllowedOrigins;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Pages elsewhere: those that are named, exactly, and nobody else; with a token, and never with the session of the server's own page. */
class AllowedOriginsTest {

    private static final String BOARD = "https://board.example";
    private static final WebServer SERVER = new WebServer(
            new ServerSettings(ServerSettings.LOOPBACK, -1).openTo(Set.of(BOARD, "http://localhost:3000")));
    private static final WebServer CLOSED = new WebServer();

    private static final List<String> EXPOSED =
            List.of("ETag", "X-Revision", "Link", "Location", "Idempotency-Replayed", "Retry-After");

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
        CLOSED.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aNamedPageReadsEveryAnswerWhoeverMadeIt() {
        String body = "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-1\"}";
        List<HttpResponse<String>> answers = List.of(
                SERVER.get("/dashboard/summary/slim", token, "Origin", BOARD),
                // The short way of views that were asked for before.
                SERVER.get("/dashboard/summary/slim", token, "Origin", BOARD),
                SERVER.get("/dashboard/summary/slim", token, "Origin", BOARD),
                SERVER.post("/transactions", token, body, "Origin", BOARD),
                SERVER.get("/transactions/4711", token, "Origin", BOARD),
                SERVER.get("/no/such/thing", token, "Origin", BOARD),
                SERVER.get("/household", null, "Origin", BOARD),
                SERVER.get("/household?x=1", token, "Origin", BOARD),
                SERVER.get("/household", token, "Origin", BOARD, "Content-Encoding", "gzip"));
        assertEquals(
                List.of(200, 200, 200, 201, 404, 404, 401, 400, 415),
                answers.stream().map(HttpResponse::statusCode).toList());
        for (HttpResponse<String> answer : answers) {
            assertEquals(BOARD, header(answer, "Access-Control-Allow-Origin"), answer.uri() + " " + answer.body());
            EXPOSED.forEach(name ->
                    assertTrue(header(answer, "Access-Control-Expose-Headers").contains(name), name));
            assertTrue(header(answer, "Vary").contains("Origin"), header(answer, "Vary"));
            assertTrue(answer.headers()
                    .firstValue("Access-Control-Allow-Credentials")
                    .isEmpty());
        }
        assertTrue(header(answers.getFirst(), "Vary").contains("Authorization"));
    }

    @Test
    void answersOfOneConnectionGoToWhoeverAsked() {
        for (int i = 0; i < 3; i++) {
            assertEquals("", header(SERVER.get("/household", token), "Access-Control-Allow-Origin"));
            assertEquals(
                    "http://localhost:3000",
                    header(
                            SERVER.get("/household", token, "Origin", "http://localhost:3000"),
                            "Access-Control-Allow-Origin"));
        }
    }

    @Test
    void browsersAskBeforeTheySend() {
        HttpResponse<String> asked = preflight(SERVER, BOARD);
        assertEquals(204, asked.statusCode(), asked.body());
        assertEquals(BOARD, header(asked, "Access-Control-Allow-Origin"));
        assertTrue(header(asked, "Access-Control-Allow-Methods").contains("PATCH"));
        for (String name : List.of("Authorization", "Content-Type", "If-Match", "Idempotency-Key", "Min-Revision")) {
            assertTrue(header(asked, "Access-Control-Allow-Headers").contains(name), name);
        }
    }

    @Test
    void nobodyElseIsLetIn() {
        for (String origin : List.of(
                "https://board.example.evil.example",
                "https://evil.example",
                "http://board.example",
                "https://board.example:8443",
                "https://sub.board.example",
                "https://BOARD.example",
                "null")) {
            HttpResponse<String> answer = SERVER.get("/household", token, "Origin", origin);
            assertEquals(403, answer.statusCode(), origin);
            assertEquals("", header(answer, "Access-Control-Allow-Origin"), origin);
            assertEquals(403, preflight(SERVER, origin).statusCode(), origin);
        }
        // Of this machine, but not named: it is answered, and its browser keeps the answer from it.
        HttpResponse<String> neighbour = SERVER.get("/household", token, "Origin", "http://localhost:4000");
        assertEquals("", header(neighbour, "Access-Control-Allow-Origin"));
    }

    @Test
    void itIsOffUnlessStated() {
        assertEquals(403, CLOSED.get("/household", null, "Origin", BOARD).statusCode());
        assertEquals(403, preflight(CLOSED, BOARD).statusCode());
        assertEquals("Accept, Authorization, Accept-Encoding", header(CLOSED.get("/", null), "Vary"));
        assertTrue(preflight(CLOSED, "http://localhost:3000").statusCode() >= 400);
    }

    @Test
    void theSessionOfOurPageIsNotForPagesElsewhere() {
        String cookie = header(
                        SERVER.post(
                                "/session", null, "{\"token\": \"" + token + "\"}", "Sec-Fetch-Site", "same-origin"),
                        "Set-Cookie")
                .replaceAll(";.*", "");
        HttpResponse<String> answer =
                SERVER.get("/household", null, "Origin", BOARD, "Cookie", cookie, "Sec-Fetch-Site", "cross-site");
        assertEquals(401, answer.statusCode());
    }

    @Test
    void originsAreReadAsBrowsersWriteThem() {
        assertEquals(Optional.of(BOARD), AllowedOrigins.read("https://BOARD.example:443"));
        assertEquals(Optional.of("http://[::1]:3000"), AllowedOrigins.read("http://[::1]:3000"));
        for (String none :
                List.of("*", "null", "board.example", "https://board.example/", "ftp://x", "https://a b", "")) {
            assertEquals(Optional.empty(), AllowedOrigins.read(none), none);
        }
    }

    private static HttpResponse<String> preflight(WebServer server, String origin) {
        return server.send(
                "OPTIONS",
                "/transactions",
                null,
                BodyPublishers.noBody(),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");
    }
}
