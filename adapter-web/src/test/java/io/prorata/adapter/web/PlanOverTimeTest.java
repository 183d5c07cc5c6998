package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is planned changes from a month on, is read as it was in each month, and is edited by who has seen it. It is January 2024. */
class PlanOverTimeTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RENT = """
            {"label": "Rent", "category": "Housing", "amount": "1200.00", "frequency": "monthly", "from": "2023-11"}""";
    private static final String HOLIDAYS = """
            {"name": "Holidays", "base": {"mode": "fixed", "amount": "50.00"}, "from": "2023-11", "target": "600.00"}""";

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aBillChangesFromAMonthOn() throws IOException {
        HttpResponse<String> planned = SERVER.post("/fixed-expenses", token, RENT);
        assertEquals(201, planned.statusCode(), planned.body());
        String bill = header(planned, "Location");
        assertEquals(header(planned, "ETag"), header(SERVER.get(bill, token), "ETag"));

        HttpResponse<String> dearer = SERVER.json(
                "PATCH", bill + "?from=2024-03", token, "{\"amount\": 1300}", "If-Match", header(planned, "ETag"));
        assertEquals(200, dearer.statusCode(), dearer.body());
        assertEquals(header(dearer, "ETag"), header(SERVER.get(bill, token), "ETag"));
        assertEquals("1200.00", amountIn("2024-02"));
        assertEquals("1300.00", amountIn("2024-03"));

        HttpResponse<String> whole =
                SERVER.json("PUT", bill + "?from=2024-05", token, """
                {"label": "Rent", "category": "Housing", "amount": "3900.00", "frequency": "quarterly",
                 "split": {"mode": "member", "member": "member1"}}""", "If-Match", header(dearer, "ETag"));
        assertEquals(200, whole.statusCode(), whole.body());
        JsonNode timeline = JSON.readTree(SERVER.get(bill + "/timeline", token).body());
        assertEquals(
                "[\"2023-11\", \"2024-03\", \"2024-05\"]",
                timeline.findValues("from").toString());
        assertEquals("member1", timeline.at("/timeline/2/split/member").asText());
        assertEquals("key", timeline.at("/timeline/1/split/mode").asText());

        HttpResponse<String> ended =
                SERVER.json("DELETE", bill + "?from=2024-04", token, "", "If-Match", header(whole, "ETag"));
        assertEquals(200, ended.statusCode(), ended.body());
        assertEquals("2024-03", JSON.readTree(ended.body()).get("until").asText());
        assertEquals("1300.00", amountIn("2024-03"));
        assertEquals("", amountIn("2024-04"));
        assertTrue(SERVER.get("/fixed-expenses?month=2024-04&all=true", token)
                .body()
                .contains("\"in_force\":false"));
    }

    @Test
    void thePastIsRestatedOnlyIfThatIsMeant() {
        String bill = header(SERVER.post("/fixed-expenses", token, RENT), "Location");
        String december = SERVER.get("/dashboard/summary?month=2023-12", token).body();

        HttpResponse<String> refused =
                SERVER.json("PATCH", bill + "?from=2023-12", token, "{\"amount\": \"1.00\"}", "If-Match", "*");
        assertProblem(409, "past-month", refused);
        assertEquals(
                december, SERVER.get("/dashboard/summary?month=2023-12", token).body());

        HttpResponse<String> restated = SERVER.json(
                "PATCH", bill + "?from=2023-12&restate=true", token, "{\"amount\": \"1.00\"}", "If-Match", "*");
        assertEquals(200, restated.statusCode(), restated.body());
        assertNotEquals(
                december, SERVER.get("/dashboard/summary?month=2023-12", token).body());
    }

    @Test
    void aMergePatchLeavesWhatItDoesNotName() throws IOException {
        String bill = header(SERVER.post("/fixed-expenses", token, """
                {"label": "Rent", "category": "Housing", "amount": "10", "frequency": "annual", "paid_from_category": "Loyer",
                 "split": {"mode": "weights", "weights": {"member1": 70, "member2": 30}}}"""), "Location");

        JsonNode renamed = patched(bill, "{\"label\": \"Flat\"}");
        assertEquals("Flat", renamed.get("label").asText());
        assertEquals("Loyer", renamed.get("paid_from_category").asText());
        assertEquals(1, renamed.get("timeline").size(), "a label has no month");

        assertEquals(
                "{\"mode\":\"weights\",\"weights\":{\"member1\":50,\"member2\":30}}",
                patched(bill, "{\"split\": {\"weights\": {\"member1\": 50}}}")
                        .at("/timeline/0/split")
                        .toString());
        assertEquals(
                "{\"mode\":\"equal\"}",
                patched(bill, "{\"split\": {\"mode\": \"equal\"}}")
                        .at("/timeline/0/split")
                        .toString());
        assertEquals(
                "{\"mode\":\"key\"}",
                patched(bill, "{\"split\": null}").at("/timeline/0/split").toString());
        assertEquals(
                "Housing",
                patched(bill, "{\"paid_from_category\": null}")
                        .get("paid_from_category")
                        .asText());

        HttpResponse<String> without = SERVER.json("PATCH", bill, token, "{\"label\": null}", "If-Match", "*");
        assertProblem(422, "invalid-request", without);
        assertTrue(
                without.body().contains("{\"pointer\":\"/label\",\"detail\":\"this cannot be taken away\"}"),
                without.body());
        HttpResponse<String> within = SERVER.json(
                "PATCH", bill, token, "{\"split\": {\"mode\": \"member\", \"member\": null}}", "If-Match", "*");
        assertProblem(422, "invalid-request", within);
        assertTrue(within.body().contains("\"pointer\":\"/split/member\""), within.body());
    }

    @Test
    void aProvisionChangesAndIsFilled() throws IOException {
        String provision = header(SERVER.post("/provisions", token, HOLIDAYS), "Location");

        HttpResponse<String> put =
                SERVER.post(provision + "/contributions", token, "{\"date\": \"2023-12-05\", \"amount\": \"250.00\"}");
        assertEquals(201, put.statusCode(), put.body());
        String contribution = header(put, "Location");
        assertEquals(
                "250.00",
                JSON.readTree(SERVER.get(contribution, token).body())
                        .get("amount")
                        .asText());
        assertEquals(header(put, "ETag"), header(SERVER.get(contribution, token), "ETag"));
        HttpResponse<String> taken =
                SERVER.post(provision + "/withdrawals", token, "{\"date\": \"2024-01-05\", \"amount\": \"100.50\"}");
        assertEquals(201, taken.statusCode(), taken.body());
        assertEquals(
                "{\"currency\":\"EUR\",\"movements\":[{\"id\":2,\"date\":\"2024-01-05\",\"amount\":\"100.50\","
                        + "\"member\":null,\"note\":null}],\"total\":\"100.50\"}",
                SERVER.get(provision + "/withdrawals", token).body());
        assertEquals(
                "250.00",
                JSON.readTree(SERVER.get("/provisions?month=2023-12", token).body())
                        .at("/provisions/0/balance")
                        .asText());
        assertEquals(
                "149.50",
                JSON.readTree(SERVER.get("/provisions", token).body())
                        .at("/provisions/0/balance")
                        .asText());
        assertProblem(
                422,
                "invalid-request",
                SERVER.post(provision + "/withdrawals", token, "{\"date\": \"2024-01-05\", \"amount\": \"-1\"}"));

        JsonNode changed = patched(
                provision,
                "{\"base\": {\"mode\": \"total\", \"percentage\": \"5\"}, \"target\": null, \"icon\": \"sun\"}");
        assertEquals("5", changed.at("/timeline/1/base/percentage").asText());
        assertTrue(changed.at("/timeline/1/target").isNull());
        assertEquals("sun", changed.get("icon").asText());
        assertProblem(
                409,
                "past-month",
                SERVER.json("PATCH", provision, token, "{\"opening_balance\": \"1\"}", "If-Match", "*"));
    }

    @Test
    void whatWasNotedByMistakeIsTakenBackAndNotedAnew() throws IOException {
        String provision = header(SERVER.post("/provisions", token, HOLIDAYS), "Location");
        String before = SERVER.get("/provisions?month=2024-01", token).body();
        String march = SERVER.get("/provisions?month=2023-11", token).body();
        HttpResponse<String> noted =
                SERVER.post(provision + "/contributions", token, "{\"date\": \"2023-12-05\", \"amount\": \"999.00\"}");
        String mistake = header(noted, "Location");
        assertFalse(before.equals(SERVER.get("/provisions?month=2024-01", token).body()));

        String asWithdrawal = mistake.replace("contributions", "withdrawals");
        assertProblem(404, "unknown-movement", SERVER.get(asWithdrawal, token));
        assertProblem(404, "unknown-movement", deleted(asWithdrawal));
        assertProblem(412, "overtaken", deleted(mistake, "If-Match", "\"1-0000000000000000\""));
        assertProblem(404, "unknown-provision", deleted("/provisions/99/contributions/1"));
        assertEquals(204, deleted(mistake, "If-Match", header(noted, "ETag")).statusCode());

        assertProblem(404, "unknown-movement", deleted(mistake));
        assertProblem(404, "unknown-movement", SERVER.get(mistake, token));
        assertEquals(before, SERVER.get("/provisions?month=2024-01", token).body());
        assertEquals(march, SERVER.get("/provisions?month=2023-11", token).body());
        String anew = header(
                SERVER.post(provision + "/contributions", token, "{\"date\": \"2023-12-05\", \"amount\": \"99.90\"}"),
                "Location");
        assertFalse(mistake.equals(anew), "an id is not given twice");
        assertEquals(
                "99.90",
                JSON.readTree(SERVER.get(provision + "/contributions", token).body())
                        .get("total")
                        .asText());
    }

    private HttpResponse<String> deleted(String path, String... headers) {
        return SERVER.send("DELETE", path, token, HttpRequest.BodyPublishers.noBody(), headers);
    }

    @Test
    void configsAreKeptAsVersions() throws IOException {
        assertProblem(404, "no-config", SERVER.get("/config?month=2024-01", token));
        String first = header(SERVER.post("/configs", token, config("3000.00", "2024-01")), "Location");
        HttpResponse<String> second = SERVER.post("/configs", token, config("3500.00", "2024-01"));
        assertEquals(201, second.statusCode(), second.body());
        SERVER.post("/configs", token, config("4000.00", "2024-06"));

        JsonNode versions = JSON.readTree(SERVER.get("/configs", token).body()).get("configs");
        assertEquals("[3, 2, 1]", versions.findValues("id").toString());
        assertEquals("[null, null, 2]", versions.findValues("superseded_by").toString());
        assertEquals(
                "3000.00",
                JSON.readTree(SERVER.get(first, token).body())
                        .at("/members/0/gross")
                        .asText());
        for (String month : List.of("2024-01", "2024-05")) {
            assertEquals(
                    "3500.00",
                    JSON.readTree(SERVER.get("/config?month=" + month, token).body())
                            .at("/members/0/gross")
                            .asText());
        }
        String may = header(SERVER.get("/config?month=2024-05", token), "ETag");
        assertEquals(
                304,
                SERVER.get("/config?month=2024-05", token, "If-None-Match", may).statusCode());
        assertProblem(404, "unknown-config", SERVER.get("/configs/77", token));
    }

    @Test
    void twentyWhoHaveSeenTheSameStateMakeOneChange() throws Exception {
        String bill = header(SERVER.post("/fixed-expenses", token, RENT), "Location");
        String seen = header(SERVER.get(bill, token), "ETag");
        assertProblem(428, "if-match-needed", SERVER.json("PATCH", bill, token, "{\"label\": \"x\"}"));

        List<Integer> statuses = atOnce(
                20,
                i -> SERVER.json("PATCH", bill, token, "{\"label\": \"Mine " + i + "\"}", "If-Match", seen)
                        .statusCode());

        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(19, statuses.stream().filter(status -> status == 412).count(), statuses.toString());
        assertFalse(seen.equals(header(SERVER.get(bill, token), "ETag")));
    }

    @Test
    void listsAreNotSentAgainUnlessTheyChange() {
        SERVER.post("/fixed-expenses", token, RENT);
        for (String list :
                List.of("/fixed-expenses", "/fixed-expenses?all=true", "/provisions", "/configs", "/transactions")) {
            String tag = header(SERVER.get(list, token), "ETag");
            assertEquals(304, SERVER.get(list, token, "If-None-Match", tag).statusCode(), list);
        }
        String january = header(SERVER.get("/fixed-expenses?month=2024-01", token), "ETag");
        assertNotEquals(january, header(SERVER.get("/fixed-expenses?month=2024-02", token), "ETag"), "another answer");
        SERVER.json("PATCH", "/fixed-expenses/1?from=2024-02", token, "{\"amount\": \"2\"}", "If-Match", "*");
        assertEquals(january, header(SERVER.get("/fixed-expenses?month=2024-01", token), "ETag"));
    }

    interface Numbered<T> {
        T call(int number);
    }

    static <T> List<T> atOnce(int times, Numbered<T> call) throws Exception {
        var begin = new CountDownLatch(1);
        List<Future<T>> calls = new ArrayList<>();
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            for (int i = 0; i < times; i++) {
                int number = i;
                Callable<T> one = () -> {
                    begin.await();
                    return call.call(number);
                };
                calls.add(threads.submit(one));
            }
            begin.countDown();
            for (Future<T> done : calls) {
                results.add(done.get());
            }
        }
        return results;
    }

    private JsonNode patched(String path, String json) throws IOException {
        HttpResponse<String> patched = SERVER.json("PATCH", path + "?from=2024-01", token, json, "If-Match", "*");
        assertEquals(200, patched.statusCode(), patched.body());
        return JSON.readTree(patched.body());
    }

    private String amountIn(String month) throws IOException {
        return JSON.readTree(SERVER.get("/fixed-expenses?month=" + month, token).body())
                .at("/fixed_expenses/0/amount")
                .asText();
    }

    private static String config(String gross, String from) {
        return """
                {"from": "%s", "members": [{"member": "member1", "gross": "%s", "tax_rate": "0"}], "key": {"mode": "equal"}}""".formatted(from, gross);
    }

    static void assertProblem(int status, String kind, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"type\":\"/problems/" + kind + "\""), response.body());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
