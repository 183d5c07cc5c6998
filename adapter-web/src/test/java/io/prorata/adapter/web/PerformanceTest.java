package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.properties.Thresholds;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is measured of requests, and who may see it. */
class PerformanceTest {

    private static final String REPORT = "/dashboard/performance/metrics";

    /** Everything but a summary is slow from 1 ms on. */
    private static final WebServer SERVER = new WebServer(new ServerSettings(ServerSettings.LOOPBACK, -1)
            .slowFrom(Thresholds.parse("summary=600000,drill-down=600000,others=1")));

    private final HouseholdId household = SERVER.found();
    private final String admin = SERVER.token(household, Tokens.TokenScope.ADMIN);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyRequestIsCountedUnderItsRouteAlone() throws IOException {
        long before = count("GET", "/dashboard/categories/{segment}");
        for (String path : List.of("Lilas?month=2024-01", "all?month=2024-01", "Lilas?month=2024-01")) {
            SERVER.get("/dashboard/categories/" + path, admin);
        }

        JsonNode counted = await("GET", "/dashboard/categories/{segment}", before + 3);
        assertEquals("ok", counted.path("status").asText());
        assertEquals(600_000_000, counted.path("threshold_us").asLong());
        JsonNode window = counted.path("window");
        assertTrue(window.path("p50_us").asLong() > 0, counted.toString());
        assertTrue(window.path("p50_us").asLong() <= window.path("p95_us").asLong(), counted.toString());
        assertTrue(window.path("p99_us").asLong() <= window.path("max_us").asLong(), counted.toString());
        assertFalse(report().contains("Lilas"), "no value of a path");
    }

    @Test
    void whereViewsCameFromIsCounted() throws IOException {
        String view = "/dashboard/savings?month=2024-01";
        SERVER.get(view, admin);
        SERVER.get(view, admin);
        SERVER.get(view + "&use_cache=false", admin);

        JsonNode views =
                await("GET", "/dashboard/savings", 3).path("since_start").path("views");
        assertEquals(
                "[{\"from\":\"miss\",\"count\":1},{\"from\":\"near\",\"count\":1},{\"from\":\"off\",\"count\":1}]",
                views.toString());
    }

    @Test
    void refusedRequestsAndSuchThatNoRouteTakesAreCountedToo() throws IOException {
        long before = count("ANY", "(no route)");
        SERVER.get("/nowhere", admin);
        SERVER.json("DELETE", "/household", admin, "");
        SERVER.get("/configs", null);

        await("ANY", "(no route)", before + 2);
        JsonNode refused = await("GET", "/configs", 1);
        assertEquals(
                "[{\"status\":401,\"count\":1}]",
                refused.path("since_start").path("statuses").toString());
        assertEquals(0, refused.path("window").path("failed").asLong());
    }

    @Test
    void whatTakesTooLongIsCountedAndLoggedByItsIdAlone() throws IOException {
        var log = new Heard();
        var lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(i == 0 ? "" : ",").append(ApiRoutes.LINE);
        }

        HttpResponse<String> made = SERVER.post(
                "/transactions/batch", admin, "{\"transactions\": [" + lines + "]}", "X-Request-Id", "many-lines");

        assertEquals(201, made.statusCode());
        JsonNode counted = await("POST", "/transactions/batch", 1);
        assertEquals(1, counted.path("window").path("slow").asLong());
        assertEquals("slow", counted.path("status").asText());
        List<String> warnings =
                log.said.stream().filter(said -> said.contains("many-lines")).toList();
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(
                warnings.getFirst()
                        .matches("request many-lines: POST /transactions/batch took [0-9]+ ms, longer than 1 ms;"
                                + " [0-9]+ ms of it in the database \\(0 statements\\), [0-9]+ ms waiting to write"),
                warnings.getFirst());
    }

    @Test
    void problemsAreCountedByKindAndCategory() throws IOException {
        String user = "prorata_http_problems_total{category=\"user\",kind=\"unknown-provision\"}";
        String conflict = "prorata_http_problems_total{category=\"conflict\",kind=\"if-match-needed\"}";
        SERVER.get("/provisions/4711", admin);
        SERVER.get("/provisions/4712", admin);
        SERVER.json("PATCH", "/household", admin, "{}");
        await("GET", "/provisions/{id}", 2);

        String metrics = SERVER.get("/metrics", admin, "Accept", "text/plain").body();

        assertEquals("2.0", value(metrics, user));
        assertEquals("1.0", value(metrics, conflict));
    }

    @Test
    void prometheusReadsTheSame() throws IOException {
        SERVER.get("/imports", admin);
        SERVER.get("/imports", admin);
        await("GET", "/imports", 2);

        HttpResponse<String> answer = SERVER.get("/metrics", admin, "Accept", "text/plain");

        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        String labels = "{method=\"GET\",route=\"/imports\"";
        assertEquals("2", value(answer.body(), "prorata_http_request_duration_seconds_count" + labels + "}"));
        assertEquals(
                "2", value(answer.body(), "prorata_http_request_duration_seconds_bucket" + labels + ",le=\"+Inf\"}"));
        assertEquals("2.0", value(answer.body(), "prorata_http_requests_total" + labels + ",status=\"200\"}"));
        assertEquals("0.001", value(answer.body(), "prorata_http_slow_threshold_seconds" + labels + "}"));
        assertTrue(answer.body().contains("\nprorata_store_audit_rows "), "the store's own");
        assertTrue(answer.body().contains("\njvm_memory_used_bytes{"), "the JVM's own");
        assertTrue(answer.body().contains("\nprocess_cpu_usage "), "the process's own");
    }

    @Test
    void importsAreCountedWithTheirLines() throws IOException {
        SERVER.send(
                "POST",
                "/imports",
                admin,
                HttpRequest.BodyPublishers.ofString("date;label;amount\n2024-01-06;A;-2.00\n2024-01-07;B;-3.00\n"),
                "Content-Type",
                "text/csv");

        JsonNode imports = new ObjectMapper().readTree(report()).path("imports");

        assertEquals(1, imports.path("files").asLong());
        assertEquals(2, imports.path("lines").asLong());
        assertTrue(imports.path("lines_per_second").asLong() > 0, imports.toString());
    }

    @Test
    void answersSayHowLongTheyTook() {
        String timing = SERVER.get("/household", admin)
                .headers()
                .firstValue("Server-Timing")
                .orElse("");

        assertTrue(timing.matches("total;dur=[0-9]+\\.[0-9]{3}"), timing);
    }

    private static String value(String metrics, String series) {
        var found = Pattern.compile("(?m)^" + Pattern.quote(series) + " (.*)$").matcher(metrics);
        assertTrue(found.find(), series + " in\n" + metrics);
        return found.group(1);
    }

    @Test
    void anAdminAndTheOperatorSeeItAndNobodyElse() {
        for (String path : List.of(REPORT, "/metrics")) {
            assertEquals(200, SERVER.get(path, admin).statusCode());
            assertEquals(200, SERVER.get(path, WebServer.OPERATOR.text()).statusCode(), "without naming a household");
            assertEquals(
                    403,
                    SERVER.get(path, SERVER.token(household, Tokens.TokenScope.WRITE))
                            .statusCode());
            assertEquals(401, SERVER.get(path, null).statusCode());
            assertEquals(401, SERVER.get(path, "operator_x").statusCode());
        }
    }

    private String report() {
        return SERVER.get(REPORT, admin).body();
    }

    private long count(String method, String route) throws IOException {
        return endpoint(method, route).path("since_start").path("count").asLong();
    }

    private JsonNode endpoint(String method, String route) throws IOException {
        for (JsonNode endpoint : new ObjectMapper().readTree(report()).path("endpoints")) {
            if (endpoint.path("method").asText().equals(method)
                    && endpoint.path("route").asText().equals(route)) {
                return endpoint;
            }
        }
        return new ObjectMapper().createObjectNode();
    }

    /** A request is counted after its answer is written, which its client may have by then. */
    private JsonNode await(String method, String route, long count) throws IOException {
        while (count(method, route) < count) {
            Thread.onSpinWait();
        }
        assertEquals(count, count(method, route));
        return endpoint(method, route);
    }

    /** What is logged from now on. */
    private static final class Heard extends AppenderBase<ILoggingEvent> {

        private final List<String> said = new CopyOnWriteArrayList<>();

        Heard() {
            start();
            ((Logger) LoggerFactory.getLogger("io.prorata.adapter.web.monitoring")).addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            said.add(event.getFormattedMessage());
        }
    }
}
