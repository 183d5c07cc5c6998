package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Provisions that reach their target by a month, stop at it, or accrue, as a client enters and reads them. It is 15 January 2024. */
class LandingProvisionsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path VECTORS = Path.of("..", "domain", "src", "test", "resources", "vectors", "landing.json");

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** The stories of the golden vectors, entered over HTTP; the month of the dashboard shows what the schedule shows. */
    @Test
    void theStoriesOfTheVectors() throws IOException {
        config();
        int compared = 0;
        for (JsonNode example : JSON.readTree(VECTORS.toFile()).get("cases")) {
            if (!example.has("story")) {
                continue;
            }
            long id = enter(example.get("provision"));
            String first = example.at("/expected/0/month").asText();
            JsonNode expected = example.get("expected");
            String last = expected.get(expected.size() - 1).get("month").asText();
            JsonNode schedule = get("/provisions/" + id + "/schedule?from=" + first + "&to=" + last);
            for (int i = 0; i < expected.size(); i++) {
                JsonNode wanted = expected.get(i);
                JsonNode shown = schedule.get("months").get(i);
                String about = example.get("story").asText() + " " + wanted;
                assertEquals(wanted.get("month").asText(), shown.get("month").asText(), about);
                for (String amount :
                        new String[] {"planned", "reached", "spent_by_plan", "balance", "awaited", "overdue"}) {
                    assertEquals(units(wanted.get(amount)), shown.get(amount).asText(), about + " " + amount);
                }
                assertEquals(wanted.get("due"), shown.get("due"), about);
                assertEquals(wanted.get("ended"), shown.get("ended"), about);
                assertEquals(
                        wanted.get("next_due").asText(), shown.get("next_due").asText(), about);
                assertEquals(
                        wanted.get("progress").asText(),
                        shown.get("progress_percentage").asText(),
                        about);
                compared++;
            }
            JsonNode middle = expected.get(expected.size() / 2);
            JsonNode details = get(
                    "/dashboard/provisions/details?month=" + middle.get("month").asText());
            for (JsonNode line : details.get("provisions")) {
                if (line.get("id").asLong() == id) {
                    assertEquals(
                            units(middle.get("planned")),
                            line.get("monthly_amount").asText());
                    assertEquals(
                            units(middle.get("balance")), line.get("balance").asText());
                }
            }
        }
        assertTrue(compared > 100, compared + " months were compared");
    }

    @Test
    void termsAreAnsweredAsTheyWereStated() throws IOException {
        JsonNode planned = post("/provisions", """
            {"name": "Tax", "base": {"mode": "to_target", "by": "2024-10", "every": 12}, "target": "1450.00"}\
            """);
        JsonNode terms = planned.at("/timeline/0");
        assertEquals(
                "{\"mode\":\"to_target\",\"by\":\"2024-10\",\"every\":12}",
                terms.get("base").toString());
        assertTrue(terms.get("accrues").asBoolean(), "unless stated otherwise");
        assertFalse(terms.get("stop_at_target").asBoolean());

        JsonNode steady = post("/provisions", """
            {"name": "Bike", "base": {"mode": "fixed", "amount": "10.00"}, "target": "25.00", "stop_at_target": true,
             "accrues": true}\
            """);
        assertTrue(steady.at("/timeline/0/accrues").asBoolean());
        assertTrue(steady.at("/timeline/0/stop_at_target").asBoolean());
        assertEquals(
                "0.00", get("/provisions/2/schedule").at("/months/0/planned").asText(), "nobody earns anything yet");

        config();
        JsonNode months = get("/provisions/2/schedule").get("months");
        assertEquals(12, months.size());
        assertEquals("10.00", months.at("/1/planned").asText());
        assertEquals("5.00", months.at("/2/planned").asText());
        assertEquals("0.00", months.at("/3/planned").asText());
        assertEquals("25.00", months.at("/3/balance").asText());

        // What is not named stays; another base has what is usual of it, unless something else was said.
        JsonNode patched = patch(2, "{\"base\": {\"mode\": \"total\", \"percentage\": \"1\"}}");
        assertTrue(patched.at("/timeline/0/accrues").asBoolean(), "as was stated");
        assertTrue(patched.at("/timeline/0/stop_at_target").asBoolean());
        JsonNode other = patch(1, "{\"base\": {\"mode\": \"fixed\", \"amount\": \"10.00\"}}");
        assertFalse(other.at("/timeline/0/accrues").asBoolean(), "it was not stated");
    }

    @Test
    void theProjectionStandsBesideTheSavings() throws IOException {
        config();
        post("/provisions", """
            {"name": "Tax", "base": {"mode": "to_target", "by": "2024-03", "every": 12}, "target": "300.00"}\
            """);
        post("/provisions/1/contributions", """
            {"date": "2024-01-10", "amount": "30.00", "member": "member1", "note": "from the bonus"}\
            """);
        post("/provisions/1/contributions", "{\"date\": \"2024-01-20\", \"amount\": \"30.00\"}");

        JsonNode moved = get("/provisions/1/contributions").get("movements");
        assertEquals("member1", moved.at("/1/member").asText());
        assertEquals("from the bonus", moved.at("/1/note").asText());

        JsonNode projection = get("/provisions/projection?months=4&savings=500.00");
        assertEquals("2024-01-15", projection.get("date").asText());
        assertEquals("30.00", projection.get("needed_now").asText(), "what was put in by today");
        assertEquals("470.00", projection.get("free_now").asText());
        assertEquals(
                "[{\"month\":\"2024-01\",\"planned\":\"100.00\",\"spent_by_plan\":\"0.00\",\"needed\":\"160.00\",\"free\":\"440.00\"},"
                        + "{\"month\":\"2024-02\",\"planned\":\"70.00\",\"spent_by_plan\":\"0.00\",\"needed\":\"230.00\",\"free\":\"440.00\"},"
                        + "{\"month\":\"2024-03\",\"planned\":\"70.00\",\"spent_by_plan\":\"300.00\",\"needed\":\"300.00\",\"free\":\"440.00\"},"
                        + "{\"month\":\"2024-04\",\"planned\":\"25.00\",\"spent_by_plan\":\"0.00\",\"needed\":\"325.00\",\"free\":\"440.00\"}]",
                projection.get("months").toString());
        assertEquals("300.00", projection.at("/provisions/0/months/2/awaited").asText());
        JsonNode unstated = get("/provisions/projection?months=1");
        assertTrue(unstated.get("free_now") == null || unstated.get("free_now").isNull());

        // A row that shows what was paid.
        post("/transactions", """
            {"date": "2024-01-12", "label": "Tax office", "amount": "-20.00", "expense_type": "FIXED", "provision_id": 1}\
            """);
        assertEquals(
                "10.00",
                get("/provisions/projection").get("needed_now").asText(),
                "30.00 put in, 20.00 paid out of it");
        post("/transactions", """
            {"date": "2024-01-16", "label": "Tax office", "amount": "-20.00", "expense_type": "FIXED", "provision_id": 1}\
            """);
        assertEquals("10.00", get("/provisions/projection").get("needed_now").asText(), "tomorrow is not counted yet");
    }

    @Test
    void whatLandsIsShownUntilItIsEmpty() throws IOException {
        config();
        post("/provisions", """
            {"name": "Trip", "base": {"mode": "to_target", "by": "2024-02"}, "target": "200.00", "until": "2024-02"}\
            """);

        JsonNode march = get("/provisions?month=2024-03").get("provisions");
        assertEquals("200.00", march.at("/0/balance").asText(), "accrued in January and February");
        assertTrue(march.at("/0/ended").asBoolean());
        post("/provisions/1/withdrawals", "{\"date\": \"2024-03-02\", \"amount\": \"200.00\"}");
        assertEquals(0, get("/provisions?month=2024-03").get("provisions").size());

        JsonNode overdrawn = post("/provisions/1/withdrawals", "{\"date\": \"2024-03-03\", \"amount\": \"1.00\"}");
        assertEquals("negative-balance", overdrawn.at("/warnings/0/kind").asText());
    }

    @Test
    void plansMovedNamesMonthsWhoseBalanceFollowsFromAnIncome() throws IOException {
        config();
        post("/provisions", """
            {"name": "Trip", "base": {"mode": "total", "percentage": "10"}, "accrues": true, "from": "2023-11"}\
            """);
        HttpResponse<String> restated = SERVER.post("/configs?restate=true", token, """
            {"from": "2023-11", "members": [{"member": "member1", "net": "1000.00"},
             {"member": "member2", "net": "0"}]}\
            """);
        assertEquals(201, restated.statusCode(), restated.body());
        assertEquals(
                "[\"2023-11\",\"2023-12\"]",
                JSON.readTree(restated.body()).get("plans_moved").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"mode": "to_target", "by": "2023-12"}             | 100.00 | 422 | /base/by
        {"mode": "to_target", "by": "2023-12", "every": 0} | 100.00 | 422 | /base/every
        {"mode": "to_target", "by": "2023-12", "every": 601} | 100.00 | 422 | /base/every
        {"mode": "to_target", "by": "2024-13"}             | 100.00 | 400 | /base/by
        {"mode": "to_target"}                              | 100.00 | 400 | /base/by
        {"mode": "to_target", "by": "2024-12"}             | 0.00   | 422 | /target
        {"mode": "to_target", "by": "2024-12", "amount": "1"} | 100.00 | 400 | /base/amount
        {"mode": "fixed", "amount": "1", "by": "2024-12"}  | 100.00 | 400 | /base/by\
        """)
    void termsThatCannotLandAreRefused(String base, String target, int status, String pointer) throws IOException {
        HttpResponse<String> refused = SERVER.post(
                "/provisions", token, "{\"name\": \"X\", \"base\": " + base + ", \"target\": \"" + target + "\"}");
        assertEquals(status, refused.statusCode(), refused.body());
        assertEquals(
                pointer, JSON.readTree(refused.body()).at("/errors/0/pointer").asText(), refused.body());
        assertEquals(0, get("/provisions?all=true").get("provisions").size(), "nothing was kept");
    }

    @Test
    void theLongestCycleAndADueMonthThatComesBackAreTaken() throws IOException {
        JsonNode taken = post("/provisions", """
            {"name": "Roof", "base": {"mode": "to_target", "by": "2020-01", "every": 600}, "target": "100.00"}\
            """);
        assertEquals(600, taken.at("/timeline/0/base/every").asInt());
        assertEquals(
                "2070-01",
                get("/provisions/1/schedule").at("/months/0/next_due").asText());
        HttpResponse<String> stopping = SERVER.post("/provisions", token, """
            {"name": "X", "base": {"mode": "to_target", "by": "2024-12"}, "target": "1", "stop_at_target": true}\
            """);
        assertEquals(422, stopping.statusCode(), stopping.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /provisions/1/schedule?from=2024-03&to=2024-02 | 422
        /provisions/1/schedule?from=2024-03&to=2034-03 | 422
        /provisions/9/schedule                         | 404
        /provisions/projection?months=0                | 400
        /provisions/projection?months=121              | 400
        /provisions/projection?savings=1e3             | 400
        /provisions/projection?savings=1.234           | 422\
        """)
    void monthsThatCannotBeShownAreRefused(String path, int status) throws IOException {
        post("/provisions", """
            {"name": "Tax", "base": {"mode": "to_target", "by": "2024-10"}, "target": "1450.00"}\
            """);
        HttpResponse<String> refused = SERVER.get(path, token);
        assertEquals(status, refused.statusCode(), refused.body());
    }

    @Test
    void aStrangerMovesNothing() throws IOException {
        post("/provisions", """
            {"name": "Tax", "base": {"mode": "to_target", "by": "2024-10"}, "target": "1450.00"}\
            """);
        HttpResponse<String> refused = SERVER.post("/provisions/1/contributions", token, """
            {"date": "2024-01-10", "amount": "30.00", "member": "stranger"}\
            """);
        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals(0, get("/provisions/1/contributions").get("movements").size());
    }

    private void config() throws IOException {
        post("/configs", """
            {"from": "2020-01", "members": [{"member": "member1", "net": "2000.00"}, {"member": "member2", "net": "1000.00"}]}\
            """);
    }

    private long enter(JsonNode provision) throws IOException {
        JsonNode terms = provision.get("terms");
        JsonNode first = terms.get(0);
        ObjectNode body = body(first)
                .put("name", "Story")
                .put("opening_balance", units(provision.get("opening")))
                .put("from", first.get("from").asText());
        if (!provision.get("until").isNull()) {
            body.put("until", provision.get("until").asText());
        }
        long id = post("/provisions", body.toString()).get("id").asLong();
        assertEquals(1, terms.size(), "stories have one set of terms");
        for (JsonNode movement : provision.get("movements")) {
            long amount = movement.get("amount").asLong();
            post(
                    "/provisions/" + id + (amount < 0 ? "/withdrawals" : "/contributions"),
                    "{\"date\": \"" + movement.get("date").asText() + "\", \"amount\": \"" + units(Math.abs(amount))
                            + "\"}");
        }
        for (JsonNode row : provision.get("rows")) {
            post(
                    "/transactions",
                    JSON.createObjectNode()
                            .put("date", row.get("date").asText())
                            .put("label", "Row")
                            .put("amount", units(row.get("amount")))
                            .put("expense_type", row.get("expense_type").asText())
                            .put("provision_id", id)
                            .toString());
        }
        return id;
    }

    private static ObjectNode body(JsonNode terms) {
        ObjectNode base = JSON.createObjectNode();
        if (terms.get("base").asText().equals("to_target")) {
            base.put("mode", "to_target").put("by", terms.get("by").asText());
            if (!terms.get("every").isNull()) {
                base.put("every", terms.get("every").asInt());
            }
        } else {
            base.put("mode", "fixed").put("amount", units(terms.get("fixed")));
        }
        ObjectNode body = JSON.createObjectNode();
        body.set("base", base);
        body.put("accrues", terms.get("accrues").asBoolean());
        if (terms.path("stop").asBoolean()) {
            body.put("stop_at_target", true);
        }
        if (!terms.get("target").isNull()) {
            body.put("target", units(terms.get("target")));
        }
        return body;
    }

    private static String units(JsonNode minor) {
        return units(minor.asLong());
    }

    private static String units(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private JsonNode patch(long id, String json) throws IOException {
        String tag = SERVER.get("/provisions/" + id, token)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> patched = SERVER.json("PATCH", "/provisions/" + id, token, json, "If-Match", tag);
        assertEquals(200, patched.statusCode(), patched.body());
        return JSON.readTree(patched.body());
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
