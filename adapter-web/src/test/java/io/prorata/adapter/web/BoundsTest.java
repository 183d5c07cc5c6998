package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Amounts at their bounds in every sum, and many settlements. It is January 2024. */
class BoundsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOST = "100000000000.00";

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void amountsAtTheBoundsAddUpInEveryView() throws IOException {
        post("/configs", """
                {"members": [{"member": "member1", "net": "%s"}, {"member": "member2", "net": "%s"}],
                 "from": "2023-01"}""");
        post("/accounts", """
                {"name": "Joint", "owner": "pot", "opening_balance": {"date": "2023-01-01", "amount": "%s"}}""");
        for (int i = 1; i <= 3; i++) {
            post("/fixed-expenses", """
                    {"label": "Bill", "category": "Home", "amount": "%s", "frequency": "weekly", "from": "2023-01"}""");
            post("/provisions", """
                    {"name": "Trip", "base": {"mode": "fixed", "amount": "%s"}, "opening_balance": "%s",
                     "target": "%s", "from": "2023-01"}""");
            post("/budgets", "{\"category\": \"Category " + i + "\", \"amount\": \"%s\", \"from\": \"2023-01\"}");
        }
        for (String month : new String[] {"2023-06", "2024-01"}) {
            row(month, "-", "VARIABLE", ", \"category\": \"Category 1\"");
            row(
                    month,
                    "-",
                    "VARIABLE",
                    ", \"category\": \"Category 1\", \"split\": {\"mode\": \"member\", \"member\": \"member1\"}");
            row(month, "-", "VARIABLE", ", \"provision_id\": 1");
            row(month, "-", "FIXED", ", \"bill_id\": 1");
            row(month, "-", "FIXED", ", \"category\": \"Home\", \"payer\": \"member2\"");
            row(month, "-", "PROVISION", ", \"provision_id\": 2");
            row(month, "", "INCOME", ", \"member\": \"everybody\", \"account\": \"Joint\"");
            row(month, "", "TRANSFER", ", \"member\": \"member1\", \"account\": \"Joint\"");
        }
        post("/settlements", """
                {"date": "2024-01-20", "from": "member1", "to": "member2", "amount": "%s"}""");
        YearMonth january = YearMonth.of(2024, 1);
        for (ApiRoutes.ViewRoute view : ApiRoutes.views().toList()) {
            JsonNode answer = read(view.of(january));
            assertEquals("[]", TotalsCheck.walk(answer).wrong().toString(), view.template());
        }
        for (String path : new String[] {
            "/settlement?from=2023-01&to=2024-01&basis=plan&include_before=true",
            "/settlement?from=2023-01&to=2024-01",
            "/dashboard/year?from=2023-01&to=2024-01",
            "/transactions?sum=true&count=true",
            "/accounts",
            "/confirmations"
        }) {
            read(path);
        }
        // The opening balance, an income and a transfer in each of two months.
        assertEquals(
                "500000000000.00", read("/accounts").at("/accounts/0/balance").asText());
    }

    @Test
    void aThousandSettlementsAreSettledUpLikeOne() throws IOException {
        post("/configs", """
                {"members": [{"member": "member1", "net": "1000.00"}, {"member": "member2", "net": "1000.00"}],
                 "key": {"mode": "equal"}, "from": "2024-01"}""");
        row("2024-01", "-", "VARIABLE", ", \"payer\": \"member1\"");
        for (int i = 0; i < 1_000; i++) {
            json(SERVER.post("/settlements", token, """
                    {"date": "2024-01-20", "from": "member2", "to": "member1", "amount": "50000000.00"}"""), 201);
        }
        JsonNode dues = read("/settlement?from=2024-01");
        assertEquals("50000000000.00", dues.at("/members/member2/settled").asText());
        assertEquals("[]", dues.get("transfers").toString());
        assertEquals("0.00", dues.at("/due/member1").asText());
    }

    private void row(String month, String sign, String type, String more) throws IOException {
        json(
                SERVER.post(
                        "/transactions",
                        token,
                        "{\"date\": \"" + month + "-05\", \"label\": \"Row\", \"amount\": \"" + sign + MOST
                                + "\", \"expense_type\": \"" + type + "\"" + more + "}"),
                201);
    }

    private void post(String path, String body) throws IOException {
        json(SERVER.post(path, token, body.replace("%s", MOST)), 201);
    }

    private JsonNode read(String path) throws IOException {
        return json(SERVER.get(path, token), 200);
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
