package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is stated late says which months that are over it moved, and a dry run says the same beforehand. It is January 2024. */
class PlansMovedTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RENT = """
            {"label": "Rent", "category": "Housing", "amount": "1200.00", "frequency": "monthly", "from": "2023-10",
             "until": "2023-11"}""";
    private static final String HOLIDAYS = """
            {"name": "Holidays", "base": {"mode": "fixed", "amount": "50.00"}, "from": "2023-10", "until": "2023-10",
             "opening_balance": "100.00"}""";

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aBillDatedBackNamesTheMonthsItMovedAndItsDryRunDoesToo() throws IOException {
        JsonNode dry = json(SERVER.post("/fixed-expenses?dry_run=true", token, RENT), 200);
        assertEquals("[\"2023-10\",\"2023-11\"]", dry.get("plans_moved").toString());
        assertTrue(dry.get("dry_run").asBoolean());
        assertTrue(dry.get("id").isNull());
        assertEquals("{\"month\":\"2023-10\",\"currency\":\"EUR\",\"fixed_expenses\":[]}", bills(), "nothing is kept");

        JsonNode done = json(SERVER.post("/fixed-expenses", token, RENT), 201);
        assertEquals(dry.get("plans_moved"), done.get("plans_moved"));
        assertEquals(1, done.get("id").asLong(), "a dry run takes no id");
        assertFalse(done.get("dry_run").asBoolean());
        assertFalse(bills().contains("plans_moved"));

        String ahead = RENT.replace("2023-10", "2024-01").replace("2023-11", "2024-05");
        assertEquals(
                "[]",
                json(SERVER.post("/fixed-expenses", token, ahead), 201)
                        .get("plans_moved")
                        .toString());
    }

    @Test
    void aProvisionDatedBackMovesMonthsAfterItsEndAsLongAsItIsNotEmpty() throws IOException {
        String months = "[\"2023-10\",\"2023-11\",\"2023-12\"]";
        JsonNode dry = json(SERVER.post("/provisions?dry_run=true", token, HOLIDAYS), 200);
        assertEquals(months, dry.get("plans_moved").toString());
        assertTrue(dry.get("id").isNull());
        JsonNode done = json(SERVER.post("/provisions", token, HOLIDAYS), 201);
        assertEquals(months, done.get("plans_moved").toString());

        String path = "/provisions/" + done.get("id").asLong();
        JsonNode taken = json(
                SERVER.post(path + "/withdrawals", token, "{\"date\": \"2023-11-20\", \"amount\": \"100.00\"}"), 201);
        assertEquals("[\"2023-11\",\"2023-12\"]", taken.get("plans_moved").toString());
        assertEquals("[]", taken.get("warnings").toString());
        JsonNode tooMuch = json(
                SERVER.post(path + "/withdrawals", token, "{\"date\": \"2024-01-02\", \"amount\": \"0.01\"}"), 201);
        assertEquals("[]", tooMuch.get("plans_moved").toString());
        assertEquals("negative-balance", tooMuch.at("/warnings/0/kind").asText());
        assertEquals(1, tooMuch.at("/warnings/0/provision_id").asLong());
    }

    @Test
    void anotherCategoryThatPaysABillMovesWhatPastMonthsShowAsPaid() throws IOException {
        String bill = "/fixed-expenses/"
                + json(SERVER.post("/fixed-expenses", token, RENT.replace(",\n \"until\": \"2023-11\"", "")), 201)
                        .get("id")
                        .asLong();
        JsonNode row = json(SERVER.post("/transactions", token, """
                        {"date": "2023-11-03", "label": "Rent", "amount": "-1200.00", "category": "Loyer",
                         "expense_type": "FIXED"}"""), 201);
        assertEquals("[\"2023-11\"]", row.get("plans_moved").toString());

        JsonNode renamed = json(SERVER.json("PATCH", bill, token, "{\"label\": \"Flat\"}", "If-Match", "*"), 200);
        assertEquals("[]", renamed.get("plans_moved").toString(), "a label is in no figure");
        JsonNode paid =
                json(SERVER.json("PATCH", bill, token, "{\"paid_from_category\": \"loyer\"}", "If-Match", "*"), 200);
        assertEquals("[\"2023-11\"]", paid.get("plans_moved").toString());
        JsonNode same =
                json(SERVER.json("PATCH", bill, token, "{\"paid_from_category\": \"LOYER\"}", "If-Match", "*"), 200);
        assertEquals("[]", same.get("plans_moved").toString());

        JsonNode ended =
                json(SERVER.json("DELETE", bill + "?from=2023-12&restate=true", token, "", "If-Match", "*"), 200);
        assertEquals("[\"2023-12\"]", ended.get("plans_moved").toString());
    }

    @Test
    void aConfigDatedBackNamesTheMonthsItMoved() throws IOException {
        String config = """
                {"from": "2023-11", "members": [{"member": "member1", "net": "100.00"}], "key": {"mode": "equal"}}""";
        assertEquals(
                "[\"2023-11\",\"2023-12\"]",
                json(SERVER.post("/configs", token, config), 201)
                        .get("plans_moved")
                        .toString());
        assertEquals(
                "[]",
                json(SERVER.post("/configs?restate=true", token, config), 201)
                        .get("plans_moved")
                        .toString(),
                "the same once more");
    }

    private String bills() {
        return SERVER.get("/fixed-expenses?month=2023-10", token).body();
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
