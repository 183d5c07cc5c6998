package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Clients that follow a household: by asking what was changed, and by a stream of it. */
class ChangesTest {

    private static final WebServer SERVER = new WebServer(
            new ServerSettings(ServerSettings.LOOPBACK, -1), Map.of("prorata.changes-heartbeat", "100ms"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINE = "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-42.10\"}";

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, Tokens.TokenScope.ADMIN);
    private final String begun = revision(SERVER.get("/changes", token));

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    @Test
    void whatWasChangedIsListedWithWhatItMadeStale() {
        spend();
        SERVER.json("DELETE", "/transactions/1", token, "", "If-Match", "*");
        SERVER.post(
                "/fixed-expenses",
                token,
                "{\"label\": \"Rent\", \"category\": \"Home\", \"amount\": \"1\", \"frequency\": \"monthly\"}");

        JsonNode answer = json(SERVER.get("/changes?since=" + begun, token));

        JsonNode recorded = answer.path("changes").path(0);
        assertEquals("transaction recorded", recorded.path("what").asText());
        assertEquals("transaction", recorded.path("kind").asText());
        assertEquals(1, recorded.path("id").asLong());
        assertTrue(recorded.path("actor").asText().endsWith("(test)"), recorded.toString());
        assertEquals("[\"2024-01\"]", recorded.at("/stale/months").toString());
        assertTrue(recorded.at("/stale/plan_from").isNull());
        assertTrue(answer.at("/changes/1/removed").asBoolean());
        assertEquals("2024-01", answer.at("/changes/2/stale/plan_from").asText());
        assertEquals(3, answer.path("changes").size());
        assertEquals(
                answer.at("/changes/2/revision").asText(), answer.path("since").asText());
        assertTrue(!answer.path("has_more").asBoolean());
    }

    @Test
    void aPageGoesOnWhereTheLastOneEnded() {
        for (int i = 0; i < 5; i++) {
            spend();
        }
        List<String> seen = new ArrayList<>();
        String since = begun;
        JsonNode page;
        do {
            page = json(SERVER.get("/changes?limit=2&since=" + since, token));
            page.path("changes").forEach(change -> seen.add(change.path("id").asText()));
            since = page.path("since").asText();
        } while (page.path("has_more").asBoolean());
        assertEquals(List.of("1", "2", "3", "4", "5"), seen);

        String followed = "/changes?limit=2&since=" + begun;
        List<String> linked = new ArrayList<>();
        while (!followed.isEmpty()) {
            HttpResponse<String> answer = SERVER.get(followed, token);
            json(answer)
                    .path("changes")
                    .forEach(change -> linked.add(change.path("id").asText()));
            followed = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse("");
        }
        assertEquals(seen, linked);
    }

    @Test
    void aRevisionOfAnotherHistoryIsGone() {
        for (String path : List.of("/changes", "/changes/stream")) {
            assertEquals(410, SERVER.get(path + "?since=other.1", token).statusCode());
            assertEquals(
                    410, SERVER.get(path + "?since=" + begun + "999", token).statusCode(), "not reached yet");
            assertEquals(400, SERVER.get(path + "?since=soon", token).statusCode());
        }
        assertEquals(
                410,
                SERVER.get("/changes/stream", token, "Last-Event-ID", "other.1").statusCode());
        assertEquals(
                400,
                SERVER.get("/changes/stream", token, "Last-Event-ID", "soon").statusCode());
    }

    @Test
    void anotherClientsChangeArrivesByItself() throws IOException {
        try (var stream = new Followed(token, null)) {
            spend();
            JsonNode change = stream.next();
            assertEquals("transaction recorded", change.path("what").asText());
            assertEquals(change.path("revision").asText(), stream.id);
        }
    }

    @Test
    void resumingLosesNothingAndRepeatsNothing() throws IOException {
        List<Long> seen = new ArrayList<>();
        String last = begun;
        Thread writer = Thread.startVirtualThread(() -> {
            for (int i = 0; i < 300; i++) {
                spend();
            }
        });
        while (seen.size() < 300) {
            try (var stream = new Followed(token, last)) {
                for (int i = 0; i < 7 && seen.size() < 300; i++) {
                    seen.add(stream.next().path("id").asLong());
                }
                last = stream.id;
            }
        }
        assertEquals(LongStream.rangeClosed(1, 300).boxed().toList(), seen);
        assertTrue(!writer.isAlive() || seen.size() == 300);
    }

    @Test
    void aSilentStreamIsKeptOpenByComments() throws IOException {
        try (var stream = new Followed(token, null)) {
            assertEquals("retry: 2000", stream.line());
            assertEquals("", stream.line());
            assertEquals(":", stream.line());
            assertEquals("", stream.line());
            assertEquals(":", stream.line());
        }
    }

    @Test
    void aStreamEndsWhenTokensChange() throws IOException {
        String phone = json(SERVER.post("/tokens", token, "{\"name\": \"phone\", \"scope\": \"read\"}"))
                .path("token")
                .asText();
        try (var stream = new Followed(phone, null)) {
            String id = phone.split("_", -1)[2];
            SERVER.json("DELETE", "/tokens/" + id, token, "");
            assertEquals("token revoked", stream.next().path("what").asText());
            assertNull(stream.end());
        }
        assertEquals(401, SERVER.get("/changes/stream?wait=false", phone).statusCode());
    }

    @Test
    void aTokenHasSoManyStreamsAndNoMore() throws IOException {
        List<Followed> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 16; i++) {
                var stream = new Followed(token, null);
                stream.line();
                streams.add(stream);
            }
            HttpResponse<String> refused = SERVER.get("/changes/stream", token);
            assertEquals(429, refused.statusCode());
            assertTrue(refused.headers().firstValue("Retry-After").isPresent());
            String other = SERVER.token(SERVER.found(), Tokens.TokenScope.READ);
            new Followed(other, null).close();
        } finally {
            for (Followed stream : streams) {
                stream.close();
            }
        }
        // A stream that its client left is noticed when it is written to.
        while (SERVER.get("/changes/stream?wait=false", token).statusCode() != 200 || opened() == 429) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aNeighboursChangesAreTheirs() throws IOException {
        String theirs = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
        try (var stream = new Followed(token, null)) {
            stream.line();
            SERVER.post("/transactions", theirs, LINE);
            spend();
            assertEquals("transaction recorded", stream.next().path("what").asText());
            assertEquals(begun.replaceAll(".*\\.", ""), previous(stream.id));
        }
    }

    private int opened() throws IOException {
        try (var stream = new Followed(token, null)) {
            return stream.status;
        }
    }

    private static String previous(String id) {
        return Long.toString(Long.parseLong(id.replaceAll(".*\\.", "")) - 1);
    }

    private void spend() {
        assertEquals(201, SERVER.post("/transactions", token, LINE).statusCode());
    }

    private static String revision(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Revision").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream as a client reads it. */
    private static final class Followed implements AutoCloseable {

        private final BufferedReader lines;
        private final int status;
        private String id = "";

        Followed(String token, @Nullable String last) throws IOException {
            var request = HttpRequest.newBuilder(URI.create(SERVER.uri() + "/changes/stream"))
                    .header("Authorization", "Bearer " + token);
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            try {
                HttpResponse<InputStream> answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
                status = answer.statusCode();
                lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Nullable
        String line() throws IOException {
            return lines.readLine();
        }

        /** Returns what the next event says; comments are passed over. */
        JsonNode next() throws IOException {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    return json(line.substring(6));
                }
            }
            throw new IllegalStateException("the stream has ended");
        }

        /** Returns nothing once the stream has ended, or the next event there is. */
        @Nullable
        String end() throws IOException {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("data: ")) {
                    return line;
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
