package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the bank says is on an account, beside what its rows come to. It is January 2024. */
class BankBalancesTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String statement(String day, String amount, String balance) {
        return ":20:START\n:25:4711\n:28C:1/1\n:60F:C240101EUR0,00\n:61:" + day + day.substring(2) + "D" + amount
                + "NMSCNONREF\n:86:Market " + day + "\n:62F:" + balance + "\n-\n";
    }

    @Test
    void theClosingBalanceOfAFileStandsBesideTheRowsAndGoesWithItsImport() throws IOException {
        describe("2024-01-01", "100.00");
        assertEquals("null", read("/accounts").at("/accounts/0/bank_balance").toString());
        importFile(statement("240105", "40,00", "C240105EUR60,00"));
        assertEquals(
                "{\"date\":\"2024-01-05\",\"amount\":\"60.00\",\"computed\":\"60.00\",\"difference\":\"0.00\"}",
                read("/accounts").at("/accounts/0/bank_balance").toString());
        // A row is missing in what the bank gave.
        importFile(statement("240109", "10,00", "C240109EUR45,00"));
        JsonNode bank = read("/accounts").at("/accounts/0/bank_balance");
        assertEquals("2024-01-09", bank.get("date").asText());
        assertEquals("50.00", bank.get("computed").asText());
        assertEquals("-5.00", bank.get("difference").asText());
        assertEquals(
                "2024-01-05",
                read("/accounts?date=2024-01-08")
                        .at("/accounts/0/bank_balance/date")
                        .asText());
        json(SERVER.json("DELETE", "/imports/2", token, "", "If-Match", "*"), 200);
        assertEquals(
                "2024-01-05",
                read("/accounts").at("/accounts/0/bank_balance/date").asText());
    }

    @Test
    void aBalanceIsStatedByHandAndCorrected() throws IOException {
        describe("2024-01-10", "100.00");
        JsonNode stated = state("{\"date\": \"2024-01-12\", \"amount\": \"90.00\"}", 200);
        assertEquals("-10.00", stated.get("difference").asText());
        state("{\"date\": \"2024-01-12\", \"amount\": \"100.00\"}", 200);
        assertEquals(
                "0.00",
                read("/accounts").at("/accounts/0/bank_balance/difference").asText());
        JsonNode before = state("{\"date\": \"2023-12-31\", \"amount\": \"1.00\"}", 200);
        assertEquals("null", before.get("difference").toString(), "before the opening balance nobody knows");
    }

    @Test
    void whatNobodyCanKnowIsRefusedAndNothingChanges() throws IOException {
        describe("2024-01-01", "100.00");
        String before = read("/accounts").toString();
        for (String body : new String[] {
            "{\"date\": \"2024-12-31\", \"amount\": \"1.00\"}",
            "{\"date\": \"2024-01-05\", \"amount\": \"100000000001.00\"}",
            "{\"date\": \"2024-01-05\", \"amount\": \"1.001\"}",
        }) {
            state(body, 422);
        }
        for (String body : new String[] {"{\"date\": \"2024-01-05\"}", "{\"date\": 1, \"amount\": \"1\"}"}) {
            HttpResponse<String> refused = SERVER.post("/accounts/1/balances", token, body);
            assertTrue(refused.statusCode() == 400 || refused.statusCode() == 422, refused.body());
        }
        assertEquals(
                404,
                SERVER.post("/accounts/2/balances", token, "{\"date\": \"2024-01-05\", \"amount\": \"1\"}")
                        .statusCode());
        assertEquals(before, read("/accounts").toString());
    }

    private void describe(String date, String amount) throws IOException {
        json(
                SERVER.post(
                        "/accounts",
                        token,
                        "{\"name\": \"Joint\", \"names\": [\"4711\"], \"owner\": \"pot\", \"opening_balance\": {\"date\": \""
                                + date + "\", \"amount\": \"" + amount + "\"}}"),
                201);
    }

    private void importFile(String file) throws IOException {
        HttpResponse<String> imported = SERVER.send(
                "POST", "/imports", token, BodyPublishers.ofString(file), "Content-Type", "application/octet-stream");
        assertTrue(imported.statusCode() < 300, imported.body());
    }

    private JsonNode state(String body, int status) throws IOException {
        return json(SERVER.post("/accounts/1/balances", token, body), status);
    }

    private JsonNode read(String path) throws IOException {
        return json(SERVER.get(path, token), 200);
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
