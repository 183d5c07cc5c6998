package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rules that sort rows, over HTTP. It is January 2024. */
class RulesTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aRuleSortsWhatArrivesAndSaysSo() throws IOException {
        JsonNode added = json(SERVER.post("/rules", token, """
                {"name": "Market", "conditions": {"label_contains": "market hall", "sign": "spent", "min_amount": "1"},
                 "effects": {"category": "Food", "tags": ["fresh"]}}"""), 201);
        assertEquals(1, added.get("id").asInt());
        assertEquals("[\"Food\"]", added.get("unknown_categories").toString());
        assertEquals("1.00", added.at("/conditions/min_amount").asText());
        JsonNode row = spend("Market Hall 7", "");
        assertEquals("Food", row.get("category").asText());
        assertEquals("[1]", row.get("sorted_by").toString());
        JsonNode personal = spend("Market Hall 8", ", \"category\": \"Gifts\"");
        assertEquals("Gifts", personal.get("category").asText());
        assertEquals(2, read("/transactions?sorted_by=1").get("transactions").size());
        assertEquals(0, read("/transactions?sorted_by=2").get("transactions").size());

        // A person names the category: from then on no rule changes it.
        json(patch("/transactions/" + row.get("id").asInt(), "{\"category\": \"Food\"}"), 200);
        json(SERVER.json("PUT", "/rules/1", token, """
                {"name": "Market", "conditions": {"label_contains": "market hall"},
                 "effects": {"category": "Groceries"}}""", "If-Match", "*"), 200);
        JsonNode dry = json(SERVER.post("/rules/apply?dry_run=true", token, "{\"filter\": {}}"), 200);
        assertEquals(0, dry.get("changed").asInt(), dry.toString());
    }

    @Test
    void rulesAreAppliedInOneWriteAfterADryRun() throws IOException {
        spend("Tea 1", "");
        spend("Tea 2", "");
        add("tea", "{\"category\": \"Drinks\"}");
        add("tea 2", "{\"category\": \"Treats\", \"excluded\": true}");
        JsonNode dry =
                json(SERVER.post("/rules/apply?dry_run=true", token, "{\"filter\": {\"month\": \"2024-01\"}}"), 200);
        assertEquals(
                "[{\"id\":1,\"rows\":1},{\"id\":2,\"rows\":1}]",
                dry.get("rules").toString());
        assertTrue(dry.get("totals").toString().contains("Drinks"), dry.toString());
        assertEquals(2, dry.get("changed").asInt());
        json(SERVER.post("/rules/apply", token, "{\"filter\": {\"month\": \"2024-01\"}}"), 200);
        assertEquals(
                1, read("/transactions?category=Drinks").get("transactions").size());

        HttpResponse<String> list = SERVER.get("/rules", token);
        String tag = list.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                "[2,1]",
                json(SERVER.json("PUT", "/rules/order", token, "{\"rules\": [2, 1]}", "If-Match", tag), 200)
                        .get("rules")
                        .toString());
        problem(SERVER.json("PUT", "/rules/order", token, "{\"rules\": [1, 2]}", "If-Match", tag), 412, "overtaken");
        problem(SERVER.json("PUT", "/rules/order", token, "{\"rules\": [1]}", "If-Match", "*"), 422, "invalid-request");
        json(SERVER.post("/rules/apply", token, "{\"filter\": {}}"), 200);
        assertEquals(
                2, read("/transactions?category=Drinks").get("transactions").size());
        assertEquals(
                204,
                SERVER.json("DELETE", "/rules/2", token, "", "If-Match", "*").statusCode());
        problem(SERVER.get("/rules/2", token), 404, "unknown-rule");
    }

    @Test
    void aRuleIsTriedAndProposed() throws IOException {
        for (int day = 1; day <= 3; day++) {
            spend("Kiosk " + day, ", \"category\": \"Paper\"");
        }
        JsonNode suggested = read("/rules/suggestions").at("/suggestions/0");
        assertEquals("kiosk 3", suggested.get("payee").asText() + " " + suggested.get("rows"));
        JsonNode tried = json(SERVER.post("/rules/test", token, """
                {"rule": {"name": "T", "conditions": {"label_matches": "^kiosk [12]$"}, "effects": {"excluded": true}}}"""), 200);
        assertEquals(2, tried.get("matched").asInt());
        assertTrue(tried.at("/matches/0/after/excluded").asBoolean());
        assertEquals("[]", read("/rules").get("rules").toString());
    }

    @Test
    void aTokenThatOnlyReadsTriesARuleAndNoAnswerIsStored() throws IOException {
        spend("Kiosk", "");
        String reader = SERVER.token(household, TokenScope.READ);
        for (String label : List.of("kiosk", "baker")) {
            HttpResponse<String> answer = SERVER.post(
                    "/rules/test",
                    reader,
                    "{\"rule\": {\"name\": \"T\", \"conditions\": {\"label_is\": \"" + label
                            + "\"}, \"effects\": {\"excluded\": true}}}",
                    "Idempotency-Key",
                    "k");
            assertEquals(
                    label.equals("kiosk") ? 1 : 0,
                    json(answer, 200).get("matched").asInt());
            assertTrue(answer.headers().firstValue("Idempotency-Replayed").isEmpty());
        }
    }

    @Test
    void whatIsNoRuleIsRefusedWithItsPlace() throws IOException {
        refused("/conditions/label_matches", "{\"label_matches\": \"a**\"}", "{\"category\": \"x\"}");
        refused(
                "/conditions/label_matches",
                "{\"label_matches\": \"" + "x".repeat(10_000) + "\"}",
                "{\"category\": \"x\"}");
        refused("", "{}", "{\"category\": \"x\"}");
        refused("", "{\"label_is\": \"x\"}", "{}");
        refused("/effects/bill_id", "{\"label_is\": \"x\"}", "{\"bill_id\": 9}");
        refused("/effects/provision_id", "{\"label_is\": \"x\"}", "{\"provision_id\": 9}");
        refused("/conditions/account", "{\"account\": \"Nowhere\"}", "{\"category\": \"x\"}");
        refused("/conditions/day_from", "{\"day_from\": 0}", "{\"category\": \"x\"}");
        refused("/conditions/max_amount", "{\"min_amount\": \"2\", \"max_amount\": \"1\"}", "{\"category\": \"x\"}");
        refused("/effects/provision_id", "{\"label_is\": \"x\"}", "{\"bill_id\": 1, \"provision_id\": 1}");
        problem(post("{\"label_is\": \"x\"}", "{\"member\": \"nobody\"}"), 422, "unknown-member");
        problem(post("{\"label_is\": \"x\"}", "{\"payer\": \"nobody\"}"), 422, "unknown-member");
        assertEquals("[]", read("/rules").get("rules").toString());
    }

    @Test
    void whatARuleNamesIsNotRemoved() throws IOException {
        json(SERVER.post("/fixed-expenses", token, """
                {"label": "Rent", "category": "Housing", "amount": "1000", "frequency": "monthly", "from": "2024-01"}"""), 201);
        add("rent", "{\"bill_id\": 1}");
        problem(
                SERVER.json("DELETE", "/fixed-expenses/1?as=mistake", token, "", "If-Match", "*"),
                409,
                "still-referred-to");
        JsonNode row = spend("Rent January", "");
        assertEquals("FIXED 1", row.get("expense_type").asText() + " " + row.get("bill_id"));
    }

    private void refused(String pointer, String conditions, String effects) throws IOException {
        HttpResponse<String> response = post(conditions, effects);
        problem(response, 422, "invalid-request");
        assertEquals(
                pointer, JSON.readTree(response.body()).at("/errors/0/pointer").asText(), response.body());
    }

    private void add(String contains, String effects) throws IOException {
        json(post("{\"label_contains\": \"" + contains + "\"}", effects), 201);
    }

    private HttpResponse<String> post(String conditions, String effects) {
        return SERVER.post(
                "/rules", token, "{\"name\": \"R\", \"conditions\": " + conditions + ", \"effects\": " + effects + "}");
    }

    private JsonNode spend(String label, String more) throws IOException {
        return json(
                SERVER.post(
                        "/transactions",
                        token,
                        "{\"date\": \"2024-01-10\", \"label\": \"" + label + "\", \"amount\": \"-5.00\"" + more + "}"),
                201);
    }

    private HttpResponse<String> patch(String path, String body) {
        return SERVER.json("PATCH", path, token, body, "If-Match", "*");
    }

    private JsonNode read(String path) throws IOException {
        return json(SERVER.get(path, token), 200);
    }

    private static void problem(HttpResponse<String> response, int status, String name) throws IOException {
        assertEquals("/problems/" + name, json(response, status).get("type").asText(), response.body());
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
