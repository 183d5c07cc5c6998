package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Categories are renamed, the history says so, and takes it back. */
class HistoryTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aMergeSaysEveryTotalThatMovesAndIsUndone() throws IOException {
        enter("a", "Courses", "-10.00");
        enter("b", "Groceries", "-5.00");
        String before = SERVER.get("/dashboard/summary?month=2024-01", token).body();
        String body = "{\"from\": \"courses\", \"to\": \"Groceries\"}";

        JsonNode would = json(SERVER.post("/categories/renames?dry_run=true", token, body), 200);
        assertEquals(
                before, SERVER.get("/dashboard/summary?month=2024-01", token).body());
        JsonNode done = json(SERVER.post("/categories/renames", token, body), 200);

        assertEquals(would.at("/effect/totals"), done.at("/effect/totals"));
        assertTrue(
                done.at("/effect/totals")
                        .toString()
                        .contains(
                                "\"category\":\"Groceries\",\"subcategory\":null,\"member\":null,\"before\":\"5.00\",\"after\":\"15.00\","
                                        + "\"count_before\":1,\"count_after\":2"),
                done.toString());
        assertEquals(
                "[{\"thing\":\"rule\",\"key\":\"Courses\",\"before\":\"VARIABLE\",\"after\":null},"
                        + "{\"thing\":\"alias\",\"key\":\"courses\",\"before\":null,\"after\":\"Groceries\"}]",
                done.get("names").toString());
        assertEquals("Groceries", enter("c", "COURSES", "-1.00").get("category").asText());
        assertEquals(
                409,
                SERVER.post("/categories/renames", token, "{\"from\": \"Groceries\", \"to\": \"Courses\"}")
                        .statusCode());
        SERVER.json("DELETE", "/transactions/3", token, "", "If-Match", "*");

        JsonNode renamed = history("?kind=category").at("/entries/0");
        assertEquals("category renamed", renamed.get("what").asText());
        assertTrue(renamed.get("actor").asText().startsWith("token "), renamed.toString());
        assertEquals("courses", renamed.at("/before/name/category").asText());
        long revision = renamed.get("revision").asLong();
        JsonNode detail = json(SERVER.get("/history/" + revision, token), 200);
        assertTrue(detail.get("undoable").asBoolean());
        assertEquals("Courses", detail.at("/rows/0/before/category").asText());
        assertEquals("Groceries", detail.at("/rows/0/now/category").asText());

        json(SERVER.post("/history/" + revision + "/undo?dry_run=true", token, ""), 200);
        JsonNode undone = json(SERVER.post("/history/" + revision + "/undo", token, ""), 200);
        assertEquals(revision, undone.get("undone").asLong());
        assertEquals(
                before, SERVER.get("/dashboard/summary?month=2024-01", token).body());
        assertEquals("change undone", history("").at("/entries/0/what").asText());
        JsonNode refused = json(SERVER.post("/history/" + revision + "/undo", token, ""), 409);
        assertEquals("/problems/changed-since", refused.get("type").asText());
        assertEquals("[1]", refused.get("transactions").toString());
        assertEquals(
                "[\"alias courses\",\"rule Courses\"]", refused.get("things").toString());
    }

    @Test
    void pagesFollowEachOtherByTheirCursor() throws IOException {
        for (String label : new String[] {"a", "b", "c"}) {
            enter(label, "Courses", "-1.00");
        }
        JsonNode first = history("?kind=transaction&limit=2");
        assertEquals(2, first.get("entries").size());
        enter("d", "Courses", "-1.00");
        JsonNode second = json(SERVER.get(first.at("/pagination/next_url").asText(), token), 200);
        assertEquals(1, second.get("entries").size());
        assertEquals("a", second.at("/entries/0/after/line/label").asText());
        assertEquals(
                400,
                SERVER.get(
                                "/history?cursor="
                                        + first.at("/pagination/next_cursor").asText(),
                                token)
                        .statusCode());
        assertEquals(0, history("?month=2023-01").get("entries").size());
        assertEquals(4, history("?month=2024-01").get("entries").size());
        assertEquals(0, history("?actor=nobody").get("entries").size());
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        enter("a", "Courses", "-1.00");
        assertEquals(404, SERVER.get("/history/99", token).statusCode());
        assertEquals(404, SERVER.post("/history/99/undo", token, "").statusCode());
        assertEquals(409, SERVER.post("/history/1/undo", token, "").statusCode());
        assertEquals(
                404,
                SERVER.post("/categories/renames", token, "{\"from\": \"Cours\", \"to\": \"x\"}")
                        .statusCode());
        JsonNode refused = json(
                SERVER.post(
                        "/categories/renames",
                        token,
                        "{\"from\": \"Courses\", \"to\": \"x\", \"to_subcategory\": \"y\"}"),
                422);
        assertEquals("/to_subcategory", refused.at("/errors/0/pointer").asText());
        assertEquals(
                422,
                SERVER.post("/categories/renames", token, "{\"from\": \"\", \"to\": \"x\"}")
                        .statusCode());
    }

    @Test
    void aNameThatACategoryHasIsNoChange() throws IOException {
        enter("a", "Courses", "-1.00");
        JsonNode entries = history("?limit=500").get("entries");
        JsonNode done =
                json(SERVER.post("/categories/renames", token, "{\"from\": \"Courses\", \"to\": \"Courses\"}"), 200);
        assertEquals("[]", done.get("names").toString());
        assertEquals(0, done.at("/effect/changed").asInt());
        assertEquals(entries, history("?limit=500").get("entries"));
    }

    private JsonNode enter(String label, String category, String amount) throws IOException {
        return json(
                SERVER.post(
                        "/transactions",
                        token,
                        "{\"date\": \"2024-01-05\", \"label\": \"" + label + "\", \"amount\": \"" + amount
                                + "\", \"category\": \"" + category + "\"}"),
                201);
    }

    private JsonNode history(String query) throws IOException {
        return json(SERVER.get("/history" + query, token), 200);
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
