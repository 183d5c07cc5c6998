package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months side by side, and what no total holds. It is January 2024. */
class YearTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void eachMonthIsAsItsOwnDashboardShowsIt() throws IOException {
        json(SERVER.post("/configs", token, """
                {"members": [{"member": "member1", "net": "2000.00"}, {"member": "member2", "net": "1000.00"}],
                 "from": "2023-10"}"""), 201);
        json(SERVER.post("/provisions", token, """
                {"name": "Trip", "base": {"mode": "fixed", "amount": "50.00"}, "opening_balance": "500.00",
                 "from": "2023-11"}"""), 201);
        json(SERVER.post("/accounts", token, "{\"name\": \"Hers\", \"owner\": \"member1\"}"), 201);
        row("2023-11-03", "-40.00", "");
        row("2024-01-03", "-60.00", "");
        row("2024-01-04", "-30.00", ", \"category\": \"Travel\", \"provision_id\": 1");
        row("2024-01-05", "-25.00", ", \"expense_type\": \"FIXED\", \"category\": \"Gift\"");
        row("2024-01-06", "-70.00", ", \"expense_type\": \"PROVISION\", \"category\": \"Savings\"");
        row("2024-01-07", "-80.00", ", \"expense_type\": \"PROVISION\", \"provision_id\": 1");
        row("2024-01-08", "1900.00", ", \"expense_type\": \"INCOME\", \"account\": \"Hers\"");
        row("2024-01-09", "900.00", ", \"expense_type\": \"INCOME\", \"member\": \"member2\"");
        row("2024-01-10", "90.00", ", \"expense_type\": \"INCOME\", \"member\": \"everybody\"");

        JsonNode year = read("/dashboard/year");
        assertEquals("2023-02", year.get("from").asText());
        assertEquals("2024-01", year.get("to").asText());
        assertEquals(12, year.get("months").size());
        for (JsonNode month : year.get("months")) {
            JsonNode alone =
                    read("/dashboard/summary?month=" + month.get("month").asText());
            for (String part : new String[] {"summary", "plan_and_actual", "unplanned"}) {
                assertEquals(alone.get(part), month.get(part), month.toString());
            }
        }
        assertEquals("[]", TotalsCheck.walk(year).wrong().toString());
        JsonNode january = year.at("/months/11");
        assertEquals("550.00", january.get("total_balance").asText());
        assertEquals(
                "{\"transaction_count\":1,\"total_amount\":\"30.00\"}",
                january.get("from_provisions").toString());
        assertEquals("100.00", year.at("/categories/0/total_amount").asText());
        assertEquals("40.00", year.at("/categories/0/series/9/total_amount").asText());

        JsonNode summary = read("/dashboard/summary?month=2024-01");
        assertEquals(
                "{\"fixed\":{\"transaction_count\":1,\"total_amount\":\"25.00\"},"
                        + "\"provisions\":{\"transaction_count\":1,\"total_amount\":\"70.00\"}}",
                summary.get("unplanned").toString());
        assertEquals(
                summary.get("unplanned"),
                read("/dashboard/summary/slim?month=2024-01").get("unplanned"));
        assertEquals(
                "{\"transaction_count\":1,\"total_amount\":\"30.00\",\"categories\":[{\"provision_id\":1,"
                        + "\"category\":\"Travel\",\"transaction_count\":1,\"total_amount\":\"30.00\"}]}",
                summary.get("from_provisions").toString());
        assertEquals("80.00", summary.at("/provisions/0/actual_amount").asText());
        assertEquals("30.00", summary.at("/provisions/0/paid_out_amount").asText());
        assertEquals("1900.00", summary.at("/incomes/members/0/received").asText());
        assertEquals("900.00", summary.at("/incomes/members/1/received").asText());
        assertEquals("90.00", summary.at("/incomes/received_by_all").asText());
    }

    @Test
    void aBillIsShownBesideWhatPaidItWhereThatCanBeTold() throws IOException {
        json(SERVER.post("/configs", token, """
                {"members": [{"member": "member1", "net": "2000.00"}], "from": "2024-01"}"""), 201);
        for (String label : new String[] {"Rent", "Parking", "Power"}) {
            json(
                    SERVER.post(
                            "/fixed-expenses",
                            token,
                            "{\"label\": \"" + label + "\", \"category\": \""
                                    + (label.equals("Power") ? "Energy" : "Home")
                                    + "\", \"amount\": \"50.00\", \"frequency\": \"monthly\"}"),
                    201);
        }
        row("2024-01-03", "-48.00", ", \"expense_type\": \"FIXED\", \"category\": \"Shopping\", \"bill_id\": 1");
        row("2024-01-04", "-51.00", ", \"expense_type\": \"FIXED\", \"category\": \"energy\"");
        JsonNode bills = read("/dashboard/summary?month=2024-01").get("fixed_expenses");
        assertEquals("48.00", bills.at("/0/actual_amount").asText());
        assertEquals("0.00", bills.at("/1/actual_amount").asText());
        assertEquals("51.00", bills.at("/2/actual_amount").asText());
        row("2024-01-05", "-52.00", ", \"expense_type\": \"FIXED\", \"category\": \"Home\"");
        bills = read("/dashboard/summary?month=2024-01").get("fixed_expenses");
        assertEquals("null null", bills.at("/0/actual_amount") + " " + bills.at("/1/actual_amount"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2021-01&to=2024-01 | 422 | to
            from=2024-02&to=2024-01 | 422 | to
            from=2024-02            | 400 | to
            month=2024-01&from=2023-01&to=2024-01 | 400 | month
            month=2024              | 400 | month
            years=1                 | 400 | years
            """)
    void monthsThatAreNoneOrTooManyAreRefused(String query, int status, String parameter) throws IOException {
        JsonNode problem = json(SERVER.get("/dashboard/year?" + query, token), status);
        assertEquals(parameter, problem.at("/errors/0/parameter").asText(), problem.toString());
    }

    private void row(String date, String amount, String more) throws IOException {
        json(
                SERVER.post(
                        "/transactions",
                        token,
                        "{\"date\": \"" + date + "\", \"label\": \"Row\", \"amount\": \"" + amount + "\"" + more + "}"),
                201);
    }

    private JsonNode read(String path) throws IOException {
        return json(SERVER.get(path, token), 200);
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertEquals(status, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
