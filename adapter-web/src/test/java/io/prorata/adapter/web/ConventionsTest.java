package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The manners of every answer: tags, conditions, compression, strictness, and problems for the framework's own errors. */
class ConventionsTest {

    private static final WebServer SERVER = new WebServer();
    private static final String SLIM = "/dashboard/summary/slim?month=2024-01";

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void anUnchangedViewIsNotSentAgain() {
        HttpResponse<String> first = SERVER.get(SLIM, token);
        String tag = header(first, "ETag");
        HttpResponse<String> second = SERVER.get(SLIM, token, "If-None-Match", tag);
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
        assertEquals(tag, header(second, "ETag"));

        enter("-42.10");
        HttpResponse<String> third = SERVER.get(SLIM, token, "If-None-Match", tag);
        assertEquals(200, third.statusCode());
        assertFalse(tag.equals(header(third, "ETag")));
    }

    @Test
    void otherMonthsKeepTheirTag() {
        // What is entered in January may be matched with rows of December, not with those of November.
        String november = header(SERVER.get("/dashboard/summary/slim?month=2023-11", token), "ETag");
        enter("-42.10");
        assertEquals(november, header(SERVER.get("/dashboard/summary/slim?month=2023-11", token), "ETag"));
    }

    @Test
    void computedAnewItIsTheSameBytes() {
        enter("-42.10");
        HttpResponse<String> miss = SERVER.get(SLIM, token);
        HttpResponse<String> near = SERVER.get(SLIM, token);
        HttpResponse<String> off = SERVER.get(SLIM + "&use_cache=false", token);
        assertEquals("miss", header(miss, "X-Cache"));
        assertEquals("near", header(near, "X-Cache"));
        assertEquals("off", header(off, "X-Cache"));
        assertEquals(miss.body(), near.body());
        assertEquals(miss.body(), off.body());
        assertEquals(header(miss, "ETag"), header(off, "ETag"));
        assertEquals(
                miss.body(),
                SERVER.get("/dashboard/summary/optimized?month=2024-01", token).body());
    }

    @Test
    void theCurrentMonthIsShownWhereNoneIsNamed() {
        assertEquals(
                SERVER.get(SLIM, token).body(),
                SERVER.get("/dashboard/summary/slim", token).body());
    }

    @Test
    void aWriteSaysItsRevisionAndAReaderCanWaitForIt() {
        String written = header(enter("-1.00"), "X-Revision");
        HttpResponse<String> reached = SERVER.get(SLIM, token, "Min-Revision", written);
        assertEquals(200, reached.statusCode());
        assertEquals(written, header(reached, "X-Revision"));
        String epoch = written.substring(0, written.indexOf('.'));
        assertEquals(
                412, SERVER.get(SLIM, token, "Min-Revision", epoch + ".999").statusCode());
        assertEquals(412, SERVER.get(SLIM, token, "Min-Revision", "ffff.1").statusCode());
        assertEquals(400, SERVER.get(SLIM, token, "Min-Revision", "soon").statusCode());
    }

    @Test
    void largeAnswersAreCompressedForThoseWhoTakeIt() throws Exception {
        for (int i = 0; i < 30; i++) {
            SERVER.post(
                    "/transactions",
                    token,
                    "{\"date\": \"2024-01-05\", \"label\": \"x\", \"amount\": \"-1\", \"category\": \"C%d\"}"
                            .formatted(i));
        }
        HttpResponse<String> plain = SERVER.get(SLIM, token);
        HttpResponse<byte[]> small = raw(SLIM, "Accept-Encoding", "br, gzip");
        assertEquals("gzip", small.headers().firstValue("Content-Encoding").orElse(""));
        assertEquals(plain.body(), gunzipped(small.body()));
        assertTrue(small.body().length < plain.body().length() / 2);
        assertEquals(
                "Accept, Authorization, Accept-Encoding",
                small.headers().firstValue("Vary").orElse(""));
        String tag = small.headers().firstValue("ETag").orElseThrow();
        assertFalse(tag.equals(header(plain, "ETag")), "other bytes, other tag");
        assertEquals(304, raw(SLIM, "If-None-Match", tag).statusCode());
        // No other coding, whose bytes would go under the tag of the plain ones.
        assertTrue(raw(SLIM, "Accept-Encoding", "deflate, br, zstd, snappy")
                .headers()
                .firstValue("Content-Encoding")
                .isEmpty());
        assertTrue(raw(SLIM, "Accept-Encoding", "gzip;q=0")
                .headers()
                .firstValue("Content-Encoding")
                .isEmpty());
    }

    @Test
    void aHouseholdIsEditedByWhoHasSeenItsState() {
        String rename = "{\"name\": \"New name\"}";
        assertEquals(428, SERVER.json("PATCH", "/household", token, rename).statusCode());
        String tag = header(SERVER.get("/household", token), "ETag");
        HttpResponse<String> renamed = SERVER.json("PATCH", "/household", token, rename, "If-Match", tag);
        assertEquals(200, renamed.statusCode(), renamed.body());
        assertTrue(renamed.body().contains("\"name\":\"New name\""));
        assertTrue(renamed.body().contains("\"currency\":\"EUR\""), "what is not named stays");
        assertEquals(
                412,
                SERVER.json("PATCH", "/household", token, rename, "If-Match", tag)
                        .statusCode());
        assertEquals(
                412,
                SERVER.json("PATCH", "/household", token, rename, "If-Match", "\"nonsense\"")
                        .statusCode());
    }

    @Test
    void whatAHouseholdHasToHaveCannotBeTakenAway() {
        String before = header(SERVER.get("/household", token), "X-Revision");
        HttpResponse<String> nothing = SERVER.json("PATCH", "/household", token, "{\"name\": null}", "If-Match", "*");
        assertEquals(422, nothing.statusCode(), nothing.body());
        assertTrue(nothing.body().contains("\"pointer\":\"/name\""), nothing.body());
        assertEquals(before, header(SERVER.get("/household", token), "X-Revision"));
    }

    @Test
    void anIdThatIsNoNumberIsSaidSo() {
        assertTrue(SERVER.get("/imports/x", token).body().contains("\"detail\":\"a whole number\""));
    }

    @Test
    void theCurrencyIsFixedOnceAmountsExist() {
        HttpResponse<String> first =
                SERVER.json("PATCH", "/household", token, "{\"currency\": \"JPY\"}", "If-Match", "*");
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(
                422,
                SERVER.post(
                                "/transactions",
                                token,
                                "{\"date\": \"2024-01-05\", \"label\": \"x\", \"amount\": \"-1.5\"}")
                        .statusCode());
        assertEquals(201, enter("-15").statusCode());
        assertEquals(
                409,
                SERVER.json("PATCH", "/household", token, "{\"currency\": \"EUR\"}", "If-Match", "*")
                        .statusCode());
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemToo() throws Exception {
        assertProblem(404, "not-found", SERVER.get("/nowhere", token));
        assertProblem(405, "method-not-allowed", SERVER.json("DELETE", "/household", token, ""));
        assertTrue(
                header(SERVER.json("DELETE", "/household", token, ""), "Allow").contains("PATCH"));
        assertProblem(406, "not-acceptable", SERVER.get(SLIM, token, "Accept", "image/png"));
        assertProblem(
                415,
                "unsupported-media-type",
                SERVER.send(
                        "POST",
                        "/transactions",
                        token,
                        HttpRequest.BodyPublishers.ofString("x"),
                        "Content-Type",
                        "text/html"));
        assertProblem(
                413, "body-too-large", SERVER.post("/transactions", token, "\"" + "x".repeat(20 * 1024 * 1024) + "\""));
        assertEquals(200, SERVER.get(SLIM, token).statusCode(), "the next request works");
    }

    @Test
    void everyAnswerHasAnIdAndNoBanner() {
        HttpResponse<String> named = SERVER.get(SLIM, token, "X-Request-Id", "mine-1");
        assertEquals("mine-1", header(named, "X-Request-Id"));
        HttpResponse<String> drawn = SERVER.get("/nowhere", token, "X-Request-Id", "no good id!");
        assertTrue(header(drawn, "X-Request-Id").matches("[0-9a-f]{16}"));
        assertTrue(drawn.body().contains(header(drawn, "X-Request-Id")));
        assertTrue(named.headers().firstValue("Server").isEmpty());
        assertEquals("nosniff", header(named, "X-Content-Type-Options"));
    }

    @Test
    void healthIsOpen() {
        HttpResponse<String> health = SERVER.get("/health", null);
        assertEquals(200, health.statusCode());
        assertEquals("{\"status\":\"UP\",\"books\":\"OPEN\"}", health.body());
        assertEquals("no-store", header(health, "Cache-Control"));
    }

    private HttpResponse<String> enter(String amount) {
        HttpResponse<String> entered = SERVER.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"%s\"}".formatted(amount));
        assertEquals(201, entered.statusCode(), entered.body());
        return entered;
    }

    private static void assertProblem(int status, String kind, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        assertTrue(response.body().contains("\"type\":\"/problems/" + kind + "\""), response.body());
    }

    private HttpResponse<byte[]> raw(String path, String... headers) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(SERVER.uri() + path))
                            .header("Authorization", "Bearer " + token)
                            .headers(headers)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String gunzipped(byte[] bytes) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
