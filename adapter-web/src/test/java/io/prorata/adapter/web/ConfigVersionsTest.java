package io.prorata.adapter.web;

import static io.prorata.adapter.web.PlanOverTimeTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who is present and what they earn is stated, not left out; a version that never held is removed. It is January 2024. */
class ConfigVersionsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADA = "{\"member\": \"member1\", \"gross\": \"3000.00\", \"tax_rate\": \"0\"}";
    private static final String BEN = "{\"member\": \"member2\", \"net\": \"0\"}";

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void anIncomeIsStatedAndWhoHasNoneIsNamed() {
        HttpResponse<String> silent = adopt("2024-01", ADA, "{\"member\": \"member2\"}");
        assertProblem(422, "invalid-request", silent);
        assertTrue(silent.body().contains("no income is stated for member2"), silent.body());
        assertTrue(silent.body().contains("\"pointer\":\"/members/1\""), silent.body());
        assertProblem(422, "invalid-request", adopt("2024-01", "{\"member\": \"member1\", \"gross\": \"3000.00\"}"));
        assertProblem(404, "no-config", SERVER.get("/config?month=2024-01", token));

        assertEquals(201, adopt("2024-01", ADA, BEN).statusCode());
        assertEquals(
                201,
                adopt("2024-02", "{\"member\": \"member1\", \"gross\": 0}", BEN).statusCode(),
                "0 has no tax");
    }

    @Test
    void whoIsLeftOutIsNamed() throws IOException {
        assertEquals(
                "[\"member2\"]", json(adopt("2024-01", ADA), 201).get("leaving").toString(), "of the household");
        assertEquals("[]", json(adopt("2024-02", ADA, BEN), 201).get("leaving").toString());
        JsonNode without = json(adopt("2024-03", ADA), 201);
        assertEquals("[\"member2\"]", without.get("leaving").toString(), "present until then");
        JsonNode later = json(adopt("2024-04", ADA), 201);
        assertEquals("[]", later.get("leaving").toString(), "absent already");
        assertTrue(json(SERVER.get("/configs/" + later.get("id").asLong(), token), 200)
                .get("leaving")
                .isNull());
    }

    @Test
    void aVersionThatNeverHeldIsRemoved() throws IOException {
        String held = location(adopt("2024-01", ADA, BEN));
        String superseded = location(adopt("2024-03", ADA, BEN));
        HttpResponse<String> ahead = adopt("2024-03", ADA);
        String march = location(ahead);
        String calculated = "/provisions/calculate/optimized?month=2024-01&config_id=" + id(march);
        assertEquals(200, SERVER.get(calculated, token).statusCode());

        assertProblem(428, "if-match-needed", SERVER.json("DELETE", march, token, ""));
        assertProblem(412, "overtaken", SERVER.json("DELETE", march, token, "", "If-Match", tag(held)));
        HttpResponse<String> gone = SERVER.json("DELETE", march, token, "", "If-Match", tag(march));
        assertEquals(204, gone.statusCode(), gone.body());

        assertProblem(404, "unknown-config", SERVER.get(march, token));
        assertProblem(404, "unknown-config", SERVER.get(calculated, token));
        assertEquals(
                id(superseded),
                json(SERVER.get("/config?month=2024-03", token), 200).get("id").asText(),
                "the one before counts again");
        assertTrue(json(SERVER.get(superseded, token), 200).get("superseded_by").isNull());

        assertProblem(409, "config-held", SERVER.json("DELETE", held, token, "", "If-Match", "*"));
        String restated = location(adopt("2024-01", ADA, BEN));
        assertEquals(
                204, SERVER.json("DELETE", held, token, "", "If-Match", "*").statusCode(), "it is superseded");
        assertEquals(
                id(restated),
                json(SERVER.get("/config?month=2024-01", token), 200).get("id").asText());
        String read = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);
        assertProblem(404, "unknown-config", SERVER.json("DELETE", restated, read, "", "If-Match", "*"));
    }

    private HttpResponse<String> adopt(String from, String... members) {
        return SERVER.post(
                "/configs",
                token,
                "{\"from\": \"" + from + "\", \"members\": [" + String.join(", ", members)
                        + "], \"key\": {\"mode\": \"equal\"}}");
    }

    private String tag(String path) {
        return SERVER.get(path, token).headers().firstValue("ETag").orElseThrow();
    }

    private static String location(HttpResponse<String> response) {
        assertEquals(201, response.statusCode(), response.body());
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
