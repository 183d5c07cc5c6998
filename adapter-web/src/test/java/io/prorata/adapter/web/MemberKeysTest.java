package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A member's key is corrected over HTTP, is in every view at once, and comes back by an undo. */
class MemberKeysTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyViewHasTheNewKey() throws IOException {
        json(SERVER.post("/configs", token, """
                {"from": "2024-01", "members": [
                  {"member": "member1", "gross": "3000.00", "tax_rate": "15"},
                  {"member": "member2", "gross": "4000.00", "tax_rate": "20"}]}"""), 201);
        json(SERVER.post("/transactions", token, """
                {"date": "2024-01-05", "label": "Shoes", "amount": "-60.00", "category": "Clothes",
                 "split": {"mode": "member", "member": "member1"}}"""), 201);
        HttpResponse<String> before = SERVER.get("/dashboard/summary?month=2024-01", token);
        HttpResponse<String> row = SERVER.get("/transactions/1", token);
        String body = "{\"from\": \"member1\", \"to\": \"ada\"}";

        JsonNode would = json(SERVER.post("/members/renames?dry_run=true", token, body), 200);
        assertTrue(would.get("dry_run").asBoolean());
        assertEquals(1, would.at("/touched/configs").asLong());
        assertEquals(1, would.at("/touched/transactions").asLong());
        assertEquals("[\"2024-01\"]", would.at("/touched/months").toString());
        assertEquals(
                before.body(),
                SERVER.get("/dashboard/summary?month=2024-01", token).body());

        JsonNode done = json(SERVER.post("/members/renames", token, body), 200);
        assertEquals(would.get("touched"), done.get("touched"));
        HttpResponse<String> after = SERVER.get("/dashboard/summary?month=2024-01", token);
        assertTrue(before.body().contains("\"member1\""), before.body());
        assertEquals(-1, after.body().indexOf("member1"), after.body());
        assertTrue(after.body().contains("\"ada\""), after.body());
        assertNotEquals(tag(before), tag(after));
        HttpResponse<String> rowAfter = SERVER.get("/transactions/1", token);
        assertTrue(rowAfter.body().contains("\"ada\""), rowAfter.body());
        assertNotEquals(tag(row), tag(rowAfter));
        assertTrue(SERVER.get("/household", token).body().contains("\"ada\""));

        JsonNode latest = json(SERVER.get("/history?kind=member", token), 200).at("/entries/0");
        assertEquals("member renamed", latest.get("what").asText());
        long revision = latest.get("revision").asLong();
        JsonNode undone = json(SERVER.post("/history/" + revision + "/undo", token, ""), 200);
        assertEquals(
                "[{\"thing\":\"member\",\"key\":\"Ada\",\"before\":\"ada\",\"after\":\"member1\"}]",
                undone.get("names").toString());
        assertTrue(SERVER.get("/dashboard/summary?month=2024-01", token).body().contains("\"member1\""));
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        JsonNode taken =
                json(SERVER.post("/members/renames", token, "{\"from\": \"member1\", \"to\": \"member2\"}"), 409);
        assertEquals("/problems/member-key-taken", taken.get("type").asText());
        JsonNode unknown = json(SERVER.post("/members/renames", token, "{\"from\": \"ada\", \"to\": \"ben\"}"), 422);
        assertEquals("/problems/unknown-member", unknown.get("type").asText());
        assertEquals(
                422,
                SERVER.post("/members/renames", token, "{\"from\": \"Ada\", \"to\": \"\"}")
                        .statusCode());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }
}
