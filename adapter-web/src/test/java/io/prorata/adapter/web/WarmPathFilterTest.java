package io.prorata.adapter.web;

import static io.prorata.adapter.web.PlanOverTimeTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.cache.Feature;
import io.prorata.application.cache.Features;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A view that is asked for again at the same address skips the router; nobody can tell by the answer. */
class WarmPathFilterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SLIM = "/dashboard/summary/slim?month=2024-01";
    private static final WebServer SERVER = new WebServer();

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static long usualWays(WebServer server) {
        return server.context().getBean(NormalRouteCounter.class).taken();
    }

    /** Asks twice, so that the address is known and the view is in memory. */
    private static void know(WebServer server, String path, String token) {
        server.get(path, token);
        server.get(path, token);
    }

    private static HttpResponse<String> again(String path, String token, String... headers) {
        return again(SERVER, path, token, headers);
    }

    private static HttpResponse<String> again(WebServer server, String path, String token, String... headers) {
        long before = usualWays(server);
        HttpResponse<String> answer = server.get(path, token, headers);
        assertEquals(before, usualWays(server), () -> path + " took the usual way");
        return answer;
    }

    private static HttpResponse<String> asUsual(String path, String token, String... headers) {
        long before = usualWays(SERVER);
        HttpResponse<String> answer = SERVER.get(path, token, headers);
        assertEquals(before + 1, usualWays(SERVER), () -> path + " skipped the usual way");
        return answer;
    }

    /** Returns all headers but those that are another each time. */
    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        for (String another : List.of("date", "x-request-id", "server-timing")) {
            assertEquals(1, headers.getOrDefault(another, List.of()).size(), another);
            headers.put(another, List.of("..."));
        }
        return headers;
    }

    static Stream<String> views() {
        return Stream.concat(
                ApiRoutes.views().map(view -> view.of(YearMonth.of(2024, 1))),
                Stream.of(
                        "/dashboard/drill-down/all?month=2024-01&level=transactions",
                        "/transactions/subcategories?month=2024-01&category=Lilas"));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewIsAnsweredTheSameEitherWay(String path) {
        SERVER.post("/transactions", token, ApiRoutes.LINE);
        know(SERVER, path, token);
        HttpResponse<String> usual = switchedOff(() -> asUsual(path, token));
        HttpResponse<String> again = again(path, token);
        assertEquals(200, usual.statusCode(), usual.body());
        assertEquals(usual.statusCode(), again.statusCode());
        assertEquals(usual.body(), again.body());
        assertEquals(headers(usual), headers(again));
    }

    @Test
    void whatIsWrittenShowsAtOnce() {
        know(SERVER, SLIM, token);
        String before = again(SLIM, token).body();
        SERVER.post("/transactions", token, ApiRoutes.LINE);
        assertNotEquals(before, SERVER.get(SLIM, token).body());
    }

    /** Asks until memory does not have the answer: views are also computed ahead after a change. */
    private static HttpResponse<String> missed(String admin, Supplier<HttpResponse<String>> asking) {
        for (int time = 0; time < 20; time++) {
            drop(admin);
            HttpResponse<String> answer = asking.get();
            if ("miss".equals(header(answer, "X-Cache"))) {
                return answer;
            }
        }
        throw new AssertionError("memory always has the view, although it was dropped");
    }

    /** The address is known, the view is not in memory any more: the same way, and the same answer. */
    @Test
    void aColdViewOfAKnownAddressIsAnsweredTheSameEitherWay() {
        String admin = SERVER.token(household, Tokens.TokenScope.ADMIN);
        know(SERVER, SLIM, token);
        SERVER.post("/transactions", token, ApiRoutes.LINE);
        HttpResponse<String> cold = missed(admin, () -> again(SLIM, token));
        HttpResponse<String> usual = missed(admin, () -> switchedOff(() -> asUsual(SLIM, token)));
        assertEquals(usual.body(), cold.body());
        assertEquals(headers(usual), headers(cold));
    }

    /** A refusal has its problem document, and counts once. */
    @Test
    void whatIsRefusedAtAKnownAddressIsRefusedByTheNormalRoute() {
        try (var server = new WebServer(new ServerSettings(ServerSettings.LOOPBACK, -1, 5))) {
            String limited = server.token(server.found(), Tokens.TokenScope.WRITE);
            String stranger = server.token(server.found(), Tokens.TokenScope.READ);
            String path = "/transactions/subcategories?month=2024-01&category=Lilas";
            server.post("/transactions", limited, ApiRoutes.LINE);
            know(server, path, limited);
            server.get(SLIM, stranger);
            HttpResponse<String> refused = server.get(path, stranger);
            assertProblem(404, "unknown-category", refused);
            assertEquals("\"token\";r=3;t=60", header(refused, "RateLimit"));
        }
    }

    private static void drop(String admin) {
        SERVER.json("DELETE", "/dashboard/cache/invalidate", admin, "");
    }

    @Test
    void theSameAddressShowsEachHouseholdItsOwn() {
        SERVER.post("/transactions", token, ApiRoutes.LINE);
        String stranger = SERVER.token(SERVER.found(), Tokens.TokenScope.READ);
        know(SERVER, SLIM, token);
        know(SERVER, SLIM, stranger);
        HttpResponse<String> ours = again(SLIM, token);
        HttpResponse<String> theirs = again(SLIM, stranger);
        assertNotEquals(ours.body(), theirs.body());
        assertNotEquals(ours.headers().firstValue("ETag"), theirs.headers().firstValue("ETag"));
    }

    @Test
    void aRevokedTokenIsRefusedFromTheNextRequestOn() {
        String admin = SERVER.token(household, Tokens.TokenScope.ADMIN);
        HttpResponse<String> made = SERVER.post("/tokens", admin, ApiRoutes.TOKEN);
        String secret = text(made, "token");
        know(SERVER, SLIM, secret);
        again(SLIM, secret);
        String location = made.headers().firstValue("Location").orElseThrow();
        SERVER.json("DELETE", location, admin, "", "If-Match", "*");
        assertProblem(401, "unauthenticated", asUsual(SLIM, secret));
    }

    @Test
    void aWrongOrMissingTokenIsRefusedAsEver() {
        know(SERVER, SLIM, token);
        String wrong = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        assertProblem(401, "unauthenticated", asUsual(SLIM, wrong));
        assertProblem(401, "unauthenticated", SERVER.get(SLIM, null));
    }

    @Test
    void aTokenHasNoMoreRequestsThisWay() {
        try (var server = new WebServer(new ServerSettings(ServerSettings.LOOPBACK, -1, 5))) {
            String limited = server.token(server.found(), Tokens.TokenScope.READ);
            know(server, SLIM, limited);
            for (int left = 2; left >= 0; left--) {
                HttpResponse<String> answer = again(server, SLIM, limited);
                assertEquals("\"token\";r=" + left + ";t=60", header(answer, "RateLimit"));
                assertEquals("\"token\";q=5;w=60", header(answer, "RateLimit-Policy"));
            }
            assertProblem(429, "too-many-requests", server.get(SLIM, limited));
        }
    }

    @Test
    void conditionsCodingsIdsAndTracesAreObserved() {
        know(SERVER, SLIM, token);
        String tag = header(again(SLIM, token), "ETag");
        HttpResponse<String> known = again(SLIM, token, "If-None-Match", tag);
        assertEquals(304, known.statusCode());
        assertEquals("unchanged", header(known, "X-Cache"));
        assertEquals(tag, header(known, "ETag"));

        HttpResponse<String> named = again(
                SLIM,
                token,
                "X-Request-Id",
                "mine",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "Accept-Encoding",
                "gzip");
        assertEquals("mine", header(named, "X-Request-Id"));
        assertTrue(header(named, "traceresponse").startsWith("00-0af7651916cd43dd8448eb211c80319c-"), named::toString);

        assertProblem(412, "revision-not-reached", asUsual(SLIM, token, "Min-Revision", "other.1"));
    }

    @Test
    void whatIsLongIsCompressedUnderItsOwnTag() {
        String enhanced = "/summary/enhanced?month=2024-01";
        for (int i = 0; i < 9; i++) {
            SERVER.post("/transactions", token, ApiRoutes.LINE.replace("Lilas", "Category " + i));
        }
        know(SERVER, enhanced, token);
        HttpResponse<String> plain = again(enhanced, token);
        HttpResponse<String> compressed = again(enhanced, token, "Accept-Encoding", "gzip");
        assertEquals("gzip", header(compressed, "Content-Encoding"));
        assertEquals(header(plain, "ETag").replaceAll("\"$", "-gzip\""), header(compressed, "ETag"));
    }

    @Test
    void whatLeavesSomethingOpenTakesTheUsualWay() {
        for (String open : List.of("/dashboard/summary/slim", SLIM + "&use_cache=false")) {
            know(SERVER, open, token);
            asUsual(open, token);
        }
        know(SERVER, SLIM, token);
        assertEquals(
                405,
                SERVER.send("POST", SLIM, token, HttpRequest.BodyPublishers.noBody())
                        .statusCode());
        HttpResponse<String> head = SERVER.send("HEAD", SLIM, token, HttpRequest.BodyPublishers.noBody());
        assertEquals("", head.body());
    }

    @Test
    void switchedOffNothingIsSkipped() {
        know(SERVER, SLIM, token);
        assertEquals(
                again(SLIM, token).body(),
                switchedOff(() -> asUsual(SLIM, token)).body());
    }

    private static <T> T switchedOff(Supplier<T> asking) {
        var features = SERVER.context().getBean(Features.class);
        features.turn(Feature.ANSWER_AT_ONCE, false);
        try {
            return asking.get();
        } finally {
            features.turn(Feature.ANSWER_AT_ONCE, true);
        }
    }

    @Test
    void eachRequestIsCountedOnceUnderItsRoute() throws IOException, InterruptedException {
        try (var server = new WebServer()) {
            String admin = server.token(server.found(), Tokens.TokenScope.ADMIN);
            know(server, SLIM, admin);
            again(server, SLIM, admin);
            // Counted when the answer has gone.
            for (int i = 0; i < 200 && counted(server, admin) < 3; i++) {
                Thread.sleep(10);
            }
            assertEquals(3, counted(server, admin));
        }
    }

    private static long counted(WebServer server, String admin) throws IOException {
        JsonNode report = JSON.readTree(
                server.get("/dashboard/performance/metrics", admin).body());
        for (JsonNode endpoint : report.path("endpoints")) {
            if (endpoint.path("route").asText().equals("/dashboard/summary/slim")) {
                return endpoint.path("since_start").path("count").asLong();
            }
        }
        return 0;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static String text(HttpResponse<String> answer, String field) {
        try {
            return JSON.readTree(answer.body()).path(field).asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
