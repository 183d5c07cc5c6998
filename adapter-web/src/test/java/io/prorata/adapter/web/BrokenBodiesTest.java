package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that does not arrive as HTTP asks for is refused whole: nothing is done, and the connection is closed. */
class BrokenBodiesTest {

    private static final WebServer SERVER = new WebServer();

    /** What follows two good chunks: of each kind of break one, or more where codecs differ. */
    private static final Map<String, String> BREAKS = breaks();

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, Tokens.TokenScope.ADMIN);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Map<String, String> breaks() {
        Map<String, String> breaks = new LinkedHashMap<>();
        breaks.put("a size that is no number", "zz\r\nabc\r\n0\r\n\r\n");
        breaks.put("a size with a sign", "+3\r\nabc\r\n0\r\n\r\n");
        breaks.put("a size as in a program", "0x3\r\nabc\r\n0\r\n\r\n");
        breaks.put("an empty size", "\r\nabc\r\n0\r\n\r\n");
        breaks.put("an extension without a size", ";a=b\r\nabc\r\n0\r\n\r\n");
        breaks.put("a negative size", "-3\r\nabc\r\n0\r\n\r\n");
        breaks.put("a size beyond 32 bits", "fffffffff\r\nabc\r\n0\r\n\r\n");
        breaks.put("a size beyond 64 bits", "fffffffffffffffff\r\nabc\r\n0\r\n\r\n");
        breaks.put("a size that overflows to zero", "100000000\r\n\r\n");
        breaks.put("a size of the highest bit", "80000000\r\nabc\r\n0\r\n\r\n");
        breaks.put("a bare line feed behind the size", "3\nabc\r\n0\r\n\r\n");
        breaks.put("a bare line feed behind the last size", "0\n\r\n");
        breaks.put("a bare line feed in an extension", "3;a=\nb\r\nabc\r\n0\r\n\r\n");
        breaks.put("nothing behind the data", "3\r\nabc0\r\n\r\n");
        breaks.put("a bare line feed behind the data", "3\r\nabc\n0\r\n\r\n");
        breaks.put("more data than the size", "3\r\nabcdef\r\n0\r\n\r\n");
        breaks.put("a trailer without a colon", "0\r\nnonsense\r\n\r\n");
        breaks.put("a trailer with a bad name", "0\r\nbad name: x\r\n\r\n");
        breaks.put("a trailer with a bad value", "0\r\nX-Trailer: a\u0000b\r\n\r\n");
        breaks.put("a trailer behind a bare line feed", "0\r\nX-Trailer: a\n\r\n");
        breaks.put("a trailer that is too long", "0\r\nX-Trailer: " + "x".repeat(20_000) + "\r\n\r\n");
        return breaks;
    }

    /** What a request begins with, and how much is in its two good chunks. */
    private record Request(String line, String type, List<String> chunks) {

        String head(String token, String framing, String more) {
            return line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nContent-Type: " + type
                    + "\r\n" + framing + "\r\n" + more + "\r\n";
        }

        String begun() {
            var text = new StringBuilder();
            for (String chunk : chunks) {
                text.append(Integer.toHexString(chunk.length()))
                        .append("\r\n")
                        .append(chunk)
                        .append("\r\n");
            }
            return text.toString();
        }
    }

    private static List<Request> requests() {
        String lines = IntStream.range(0, 500)
                .mapToObj(i -> "2024-01-06;Line " + i + ";-2.00\n")
                .reduce("", String::concat);
        String json = "{\"date\": \"2024-01-05\", \"label\": \"x\", \"amount\": \"-1\"}";
        return List.of(
                new Request("POST /imports", "text/csv", List.of("date;label;amount\n", lines)),
                new Request("POST /transactions", "application/json", List.of(json, "  ")),
                new Request("PATCH /household", "application/merge-patch+json", List.of("{\"name\": ", "\"x\"}")),
                // They do not read it, and do nothing before it is there all the same.
                new Request("POST /dashboard/cache/warm", "application/json", List.of(" ", " ")),
                new Request("DELETE /transactions/1", "application/json", List.of("{", "}")));
    }

    private static Stream<Arguments> everyBreakOfEveryRequest() {
        return requests().stream()
                .flatMap(request -> BREAKS.keySet().stream().map(name -> Arguments.of(request.line(), name)));
    }

    private static Request request(String line) {
        return requests().stream()
                .filter(request -> request.line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    private String revision() {
        return SERVER.get("/household", token)
                .headers()
                .firstValue("X-Revision")
                .orElseThrow();
    }

    /** At once, and so that the server has begun to deal with it before it breaks. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyBreakOfEveryRequest")
    void isRefusedWhole(String line, String name) throws IOException, InterruptedException {
        Request request = request(line);
        String broken = Objects.requireNonNull(BREAKS.get(name));
        SERVER.post("/transactions", token, ApiRoutes.LINE);
        String before = revision();
        String head = request.head(token, "Transfer-Encoding: chunked", "If-Match: *\r\n");
        for (boolean atOnce : List.of(true, false)) {
            try (var connection = new RawConnection(SERVER)) {
                connection.send(head + (atOnce ? request.begun() + broken : request.begun()));
                if (!atOnce) {
                    Thread.sleep(10);
                    connection.send(broken);
                }
                RawConnection.Answer answer = connection.read();
                assertEquals(400, answer.status(), answer.toString());
                assertTrue(answer.isProblem("broken-body"), answer.toString());
                assertEquals("close", answer.headers().get("connection"));
                assertTrue(connection.isClosed());
            }
        }
        assertEquals(before, revision(), "nothing was done");
        assertTrue(SERVER.get("/imports", token).body().contains("\"imports\":[]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /transactions", "POST /imports"})
    void aKeyOfABrokenRequestIsFree(String line) throws IOException {
        Request request = request(line);
        String key = "Idempotency-Key: \"k\"\r\n";
        String head = request.head(token, "Transfer-Encoding: chunked", key);
        for (String broken : BREAKS.values()) {
            try (var connection = new RawConnection(SERVER)) {
                connection.send(head + request.begun() + broken);
                assertTrue(connection.read().isProblem("broken-body"));
            }
        }
        try (var connection = new RawConnection(SERVER)) {
            connection.send(head + request.begun() + "0\r\n\r\n");
            RawConnection.Answer first = connection.read();
            assertEquals(201, first.status(), first.toString());
            assertTrue(!first.headers().containsKey("idempotency-replayed"));
            String before = revision();
            connection.send(head + request.begun() + "0\r\n\r\n");
            RawConnection.Answer again = connection.read();
            assertEquals("true", again.headers().get("idempotency-replayed"));
            assertEquals(first.body(), again.body());
            for (String broken : BREAKS.values()) {
                try (var another = new RawConnection(SERVER)) {
                    another.send(head + request.begun() + broken);
                    assertTrue(another.read().isProblem("broken-body"), "a repeat is refused as the first was");
                }
            }
            assertEquals(before, revision());
        }
    }

    @Test
    void aBodyWithoutABreakIsReadHoweverItIsCut() throws IOException {
        Request request = request("POST /transactions");
        String sent = request.head(token, "Transfer-Encoding: chunked", "") + request.begun()
                + "1;a=b\r\n \r\n0\r\nX-Trailer: x\r\n\r\n";
        try (var connection = new RawConnection(SERVER)) {
            for (int at = 0; at < sent.length(); at += 7) {
                connection.send(sent.substring(at, Math.min(at + 7, sent.length())));
            }
            assertEquals(201, connection.read().status());
            connection.send(sent);
            assertEquals(201, connection.read().status(), "the connection is kept");
        }
    }

    @Test
    void aConnectionThatEndsWithinABodyDoesNothing() throws IOException, InterruptedException {
        String before = revision();
        for (Request request : requests()) {
            String body = String.join("", request.chunks());
            for (String framing : List.of("Content-Length: " + (body.length() + 1), "Transfer-Encoding: chunked")) {
                try (var connection = new RawConnection(SERVER)) {
                    String head = request.head(token, framing, "If-Match: *\r\n");
                    connection.send(head + (framing.startsWith("C") ? body : request.begun()));
                    connection.endOutput();
                    assertTrue(connection.isClosed(), request + " is not answered");
                }
            }
        }
        // Whatever would have been done has its turn before this does.
        SERVER.get("/household", token);
        Thread.sleep(50);
        assertEquals(before, revision());
        assertTrue(SERVER.get("/imports", token).body().contains("\"imports\":[]"));
    }

    @Test
    void aViewIsNotAnsweredBeforeABrokenBody() throws IOException {
        String slim = "/dashboard/summary/slim?month=2024-01";
        SERVER.get(slim, token);
        SERVER.get(slim, token);
        Request request = new Request("GET " + slim, "application/json", List.of("{", "}"));
        for (String broken : BREAKS.values()) {
            try (var connection = new RawConnection(SERVER)) {
                connection.send(request.head(token, "Transfer-Encoding: chunked", "") + request.begun() + broken);
                assertTrue(connection.read().isProblem("broken-body"));
            }
        }
    }
}
