package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of finished answers can be looked at, dropped, and made before anybody asks; the answers are the same throughout. */
class CacheTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SLIM = "/dashboard/summary/slim?month=2024-01";

    private final WebServer server = new WebServer();
    private final HouseholdId household = server.found();
    private final String token = server.token(household, Tokens.TokenScope.WRITE);

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> slim() {
        return server.get(SLIM, token);
    }

    private static String cache(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Cache").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFirstReadIsComputedTheNextIsKeptAndUseCacheGoesPast() {
        HttpResponse<String> first = slim();
        HttpResponse<String> second = slim();
        HttpResponse<String> past = server.get(SLIM + "&use_cache=false", token);
        assertEquals("miss", cache(first));
        assertEquals("near", cache(second));
        assertEquals("off", cache(past));
        assertEquals(first.body(), second.body());
        assertEquals(first.body(), past.body());
        assertEquals(first.headers().firstValue("ETag"), past.headers().firstValue("ETag"));
        HttpResponse<String> known = server.get(
                SLIM, token, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        assertEquals(304, known.statusCode());
        assertEquals("unchanged", cache(known));
    }

    @Test
    void statsCountByPatternAndTier() {
        slim();
        slim();
        slim();
        HttpResponse<String> answer = server.get("/cache/stats", server.token(household, Tokens.TokenScope.ADMIN));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        JsonNode summary = json(answer).path("patterns").get(0);
        assertEquals(
                "{household}:dashboard:month:{month}:summary",
                summary.path("pattern").asText());
        assertEquals(2, summary.path("hits").asInt());
        assertEquals(1, summary.path("misses").asInt());
        assertEquals("0.6667", summary.path("hit_rate").asText());
        assertEquals("near", json(answer).path("tiers").get(0).path("tier").asText());
        assertEquals(1, json(answer).path("tiers").get(0).path("entries").asInt());
        assertTrue(json(answer).path("features").size() > 8, answer.body());
    }

    @Test
    void droppingAMonthLeavesTheOthers() {
        slim();
        server.get("/dashboard/summary/slim?month=2023-12", token);
        HttpResponse<String> dropped = server.json("DELETE", "/dashboard/cache/invalidate?month=2024-01", token, "");
        assertEquals(200, dropped.statusCode(), dropped.body());
        assertEquals("2024-01", json(dropped).path("month").asText());
        assertEquals(1, json(dropped).path("dropped").get(0).path("documents").asInt());
        assertEquals("near", cache(server.get("/dashboard/summary/slim?month=2023-12", token)));
        assertEquals("miss", cache(slim()));
        assertEquals(
                403,
                server.json("DELETE", "/dashboard/cache/invalidate", reader(), "")
                        .statusCode());
    }

    @Test
    void warmingIsAJobToLookAtAndItsViewsAreThere() throws InterruptedException {
        HttpResponse<String> begun = server.post("/dashboard/cache/warm?months=3", token, "");
        assertEquals(202, begun.statusCode(), begun.body());
        String location = begun.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> job = server.get(location, token);
        while (json(job).path("status").asText().equals("running")) {
            Thread.sleep(1);
            job = server.get(location, token);
        }
        assertEquals(
                "[\"2024-01\",\"2023-12\",\"2023-11\"]",
                json(job).path("months").toString());
        assertEquals(30, json(job).path("done").asInt());
        assertEquals("near", cache(slim()));
        assertEquals("near", cache(server.get("/summary/enhanced?month=2023-11", token)));
        String stranger = server.token(server.found(), Tokens.TokenScope.ADMIN);
        assertEquals(404, server.get(location, stranger).statusCode());
    }

    @Test
    void monthsAreCountedOrNamedAndNothingElse() {
        for (String wrong : new String[] {"0", "2024-13", "2024-1", "all", "-3", ""}) {
            HttpResponse<String> answer = server.post("/dashboard/cache/warm?months=" + wrong, token, "");
            assertEquals(400, answer.statusCode(), wrong + ": " + answer.body());
            assertTrue(answer.body().contains("\"parameter\":\"months\""), answer.body());
        }
        assertEquals(
                422, server.post("/dashboard/cache/warm?months=121", token, "").statusCode());
        assertEquals(
                202,
                server.post("/dashboard/cache/warm?months=2024-01,2023-12", token, "")
                        .statusCode());
    }

    /** A field that nobody reads is a typing error that nobody would notice. */
    @Test
    void aBodyWhereThereIsNoneIsRefused() {
        for (String path : new String[] {"/dashboard/cache/warm", "/category-mappings/apply"}) {
            HttpResponse<String> answer = server.post(path, token, "{\"months\": 12}");
            assertEquals(400, answer.statusCode(), path + ": " + answer.body());
            assertTrue(answer.body().contains("leave the body out"), answer.body());
        }
    }

    @Test
    void theOperatorSwitchesFeaturesWhileItRuns() {
        String operator = WebServer.OPERATOR.text();
        slim();
        HttpResponse<String> off = server.json("PUT", "/operator/features/near-tier", operator, "{\"on\": false}");
        assertEquals(200, off.statusCode(), off.body());
        assertEquals("miss", cache(slim()));
        assertTrue(
                server.get("/operator/features", operator).body().contains("{\"name\":\"near-tier\",\"on\":false"),
                off.body());
        server.json("PUT", "/operator/features/near-tier", operator, "{\"on\": true}");
        assertEquals("near", cache(slim()));
        assertEquals(
                404,
                server.json("PUT", "/operator/features/warp", operator, "{\"on\": true}")
                        .statusCode());
        assertEquals(
                400,
                server.json("PUT", "/operator/features/near-tier", operator, "{\"on\": \"yes\"}")
                        .statusCode());
        assertEquals(403, server.get("/operator/features", token).statusCode());
    }

    private String reader() {
        return server.token(server.found(), Tokens.TokenScope.READ);
    }
}
