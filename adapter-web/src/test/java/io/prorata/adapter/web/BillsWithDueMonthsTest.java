package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bills of any cycle, and what is put aside for those with a due month. It is 15 January 2024. */
class BillsWithDueMonthsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path VECTORS = Path.of("..", "domain", "src", "test", "resources", "vectors", "bills.json");

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** Every eighth of the golden vectors, entered over HTTP and looked at in three of its months; the domain compares all. */
    @Test
    void theVectors() throws IOException {
        JsonNode cases = JSON.readTree(VECTORS.toFile()).get("cases");
        int due = 0;
        for (int i = 0; i < cases.size(); i += 8) {
            JsonNode example = cases.get(i);
            boolean months = !example.get("every_months").isNull();
            String every = months
                    ? example.get("every_months").asText() + "_months"
                    : example.get("every_weeks").asText() + "_weeks";
            boolean named = !example.get("due").isNull();
            long id = post("/fixed-expenses", """
                {"label": "Bill", "category": "Bills", "amount": "%s", "frequency": "every_%s", "from": "%s"%s}\
                """.formatted(
                            units(example.get("amount")),
                            every,
                            example.get("from").asText(),
                            named ? ", \"due_month\": \"" + example.get("due").asText() + "\"" : ""))
                    .get("id")
                    .asLong();
            for (int month : new int[] {0, 7, 23}) {
                String at = example.get("months").get(month).asText();
                JsonNode bill = bill(id, at);
                assertEquals(
                        units(example.get("monthly").get(month)),
                        bill.get("monthly_amount").asText(),
                        example + " " + at);
                if (named) {
                    assertEquals(
                            units(example.get("balance").get(month)),
                            bill.get("put_aside").asText(),
                            example + " " + at);
                    due++;
                }
            }
        }
        assertTrue(due > 5, due + " months with a due month");
    }

    @Test
    void aFrequencyHasOneName() throws IOException {
        assertEquals("quarterly", frequency("every_3_months"));
        assertEquals("weekly", frequency("every_1_weeks"));
        assertEquals("every_18_months", frequency("every_18_months"));
        assertEquals("every_2_weeks", frequency("EVERY_2_WEEKS"));
        assertEquals("monthly", frequency("MONTHLY"));
    }

    @Test
    void aDueMonthIsTakenUpInTheMiddleOfACycle() throws IOException {
        post("/fixed-expenses", """
            {"label": "Insurance", "category": "Insurance", "amount": "120.00", "frequency": "annual", "from": "2023-10"}\
            """);
        assertEquals("10.00", bill(1, "2024-01").get("monthly_amount").asText());

        HttpResponse<String> patched = patch(1, "{\"due_month\": \"2024-04\"}");
        assertEquals(200, patched.statusCode(), patched.body());
        JsonNode january = bill(1, "2024-01");
        assertEquals(
                "22.50",
                january.get("monthly_amount").asText(),
                "30.00 were put aside by December, four months are left");
        assertEquals("52.50", january.get("put_aside").asText());
        assertEquals("2024-04", january.get("next_due").asText());
        assertEquals("0.00", bill(1, "2024-04").get("put_aside").asText(), "it is due");
        assertEquals("10.00", bill(1, "2024-05").get("monthly_amount").asText());
        assertEquals("10.00", bill(1, "2023-12").get("monthly_amount").asText(), "the past stays");

        JsonNode projection = get("/provisions/projection?months=5&savings=100.00");
        assertEquals("30.00", projection.get("needed_now").asText());
        assertEquals("70.00", projection.get("free_now").asText());
        assertEquals("120.00", projection.at("/months/3/spent_by_plan").asText());
        assertEquals("10.00", projection.at("/months/4/needed").asText());
        assertEquals("70.00", projection.at("/months/4/free").asText());
        assertEquals("Insurance", projection.at("/bills/0/name").asText());
        assertEquals("0.00", projection.at("/bills/0/months/3/awaited").asText(), "of bills nothing is awaited");

        assertEquals(200, patch(1, "{\"due_month\": null}").statusCode());
        assertEquals(
                "10.00", bill(1, "2024-01").get("monthly_amount").asText(), "months are counted from the first on");
        assertEquals(0, get("/provisions/projection").get("bills").size());
    }

    @Test
    void severalPaymentsOfOneBillAddUp() throws IOException {
        post("/configs", """
            {"from": "2024-01", "members": [{"member": "member1", "net": "2000.00"}, {"member": "member2", "net": "1000.00"}]}\
            """);
        post("/fixed-expenses", """
            {"label": "Tax", "category": "Taxes", "amount": "1450.00", "frequency": "annual", "due_month": "2024-01",
             "from": "2024-01"}\
            """);
        for (String amount : new String[] {"-725.00", "-700.00", "-25.00"}) {
            post("/transactions", """
                {"date": "2024-01-12", "label": "Tax office", "amount": "%s", "expense_type": "FIXED", "category": "Other",
                 "bill_id": 1}\
                """.formatted(amount));
        }
        JsonNode line = get("/dashboard/expenses?month=2024-01").at("/categories/0/expenses/0");
        assertEquals("1450.00", line.get("actual_amount").asText(), line.toString());
        assertEquals("1450.00", line.get("monthly_amount").asText(), "it is due in its first month");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "every_0_months"                           | 400 | /frequency
        "every_61_months"                          | 400 | /frequency
        "every_53_weeks"                           | 400 | /frequency
        "every_3_days"                             | 400 | /frequency
        "dayly"                                    | 400 | /frequency
        3                                          | 400 | /frequency
        "monthly", "due_month": "2024-05"          | 422 | /due_month
        "every_2_weeks", "due_month": "2024-05"    | 422 | /due_month
        "annual", "due_month": "2024-5"            | 400 | /due_month\
        """)
    void cyclesThatAreNoneAreRefused(String frequency, int status, String pointer) throws IOException {
        HttpResponse<String> refused = SERVER.post("/fixed-expenses", token, """
            {"label": "Bill", "category": "Bills", "amount": "1", "frequency": %s}\
            """.formatted(frequency));
        assertEquals(status, refused.statusCode(), refused.body());
        assertEquals(
                pointer, JSON.readTree(refused.body()).at("/errors/0/pointer").asText());
        assertEquals(0, get("/fixed-expenses").get("fixed_expenses").size());
    }

    private String frequency(String stated) throws IOException {
        return post("/fixed-expenses", """
            {"label": "Bill", "category": "Bills", "amount": "1", "frequency": "%s"}\
            """.formatted(stated))
                .at("/timeline/0/frequency")
                .asText();
    }

    private JsonNode bill(long id, String month) throws IOException {
        for (JsonNode bill : get("/fixed-expenses?month=" + month).get("fixed_expenses")) {
            if (bill.get("id").asLong() == id) {
                return bill;
            }
        }
        throw new AssertionError("no bill " + id + " in " + month);
    }

    private static String units(JsonNode minor) {
        return BigDecimal.valueOf(minor.asLong(), 2).toPlainString();
    }

    private HttpResponse<String> patch(long id, String json) {
        String tag = SERVER.get("/fixed-expenses/" + id, token)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return SERVER.json("PATCH", "/fixed-expenses/" + id, token, json, "If-Match", tag);
    }

    private JsonNode post(String path, String json) throws IOException {
        HttpResponse<String> made = SERVER.post(path, token, json);
        assertEquals(201, made.statusCode(), json + "\n" + made.body());
        return JSON.readTree(made.body());
    }

    private JsonNode get(String path) throws IOException {
        HttpResponse<String> response = SERVER.get(path, token);
        assertEquals(200, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
