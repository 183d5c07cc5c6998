package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What was stated by mistake is removed as if it had never been, where nothing refers to it. It is January 2024. */
class MistakesTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MONTHS = List.of("2023-10", "2023-11", "2023-12", "2024-01", "2024-02");
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
    void aBillIsRemovedAndEveryFigureIsAsItWas() throws IOException {
        removedAsIfItHadNeverBeen("/fixed-expenses", RENT);
    }

    @Test
    void aProvisionIsRemovedAndEveryFigureIsAsItWas() throws IOException {
        removedAsIfItHadNeverBeen("/provisions", HOLIDAYS);
    }

    private void removedAsIfItHadNeverBeen(String things, String stated) throws IOException {
        Map<String, String> before = views(things);
        String thing = location(SERVER.post(things, token, stated));
        Map<String, String> between = views(things);
        assertNotEquals(before, between);

        assertProblem(428, "if-match-needed", SERVER.json("DELETE", thing + "?as=mistake", token, ""));
        HttpResponse<String> stale =
                SERVER.json("DELETE", thing + "?as=mistake", token, "", "If-Match", "\"1-0000000000000000\"");
        assertProblem(412, "overtaken", stale);
        assertEquals(between, views(things));

        HttpResponse<String> removed = SERVER.json("DELETE", thing + "?as=mistake", token, "", "If-Match", "*");
        assertEquals(200, removed.statusCode(), removed.body());
        JsonNode answer = JSON.readTree(removed.body());
        assertEquals("[\"2023-11\",\"2023-12\"]", answer.get("plans_moved").toString());
        assertEquals("2023-11", answer.get("from").asText());
        assertTrue(removed.headers().firstValue("X-Revision").isPresent());
        assertEquals(before, views(things));
        assertEquals(404, SERVER.get(thing, token).statusCode());
        assertEquals(
                404,
                SERVER.json("DELETE", thing + "?as=mistake", token, "", "If-Match", "*")
                        .statusCode());
        assertNotEquals(thing, location(SERVER.post(things, token, stated)), "an id is given once");
    }

    /** What is of this month moved no month that is over. */
    @Test
    void aMistakeOfThisMonthMovesNothing() throws IOException {
        String bill = location(SERVER.post("/fixed-expenses", token, RENT.replace("2023-11", "2024-01")));
        HttpResponse<String> removed = SERVER.json("DELETE", bill + "?as=mistake", token, "", "If-Match", "*");
        assertEquals("[]", JSON.readTree(removed.body()).get("plans_moved").toString());
    }

    @Test
    void aProvisionThatMovedIsKeptUntilItsMovementsAreTakenBack() throws IOException {
        String provision = location(SERVER.post("/provisions", token, HOLIDAYS));
        String in = location(
                SERVER.post(provision + "/contributions", token, "{\"date\": \"2023-12-05\", \"amount\": \"9\"}"));
        String out = location(
                SERVER.post(provision + "/withdrawals", token, "{\"date\": \"2024-01-05\", \"amount\": \"4\"}"));
        Map<String, String> before = views("/provisions");

        HttpResponse<String> refused = SERVER.json("DELETE", provision + "?as=mistake", token, "", "If-Match", "*");
        assertProblem(409, "still-referred-to", refused);
        assertEquals(2, JSON.readTree(refused.body()).get("movements").size());
        assertEquals(before, views("/provisions"));

        for (String movement : List.of(in, out)) {
            assertEquals(204, SERVER.json("DELETE", movement, token, "").statusCode());
        }
        assertEquals(
                200,
                SERVER.json("DELETE", provision + "?as=mistake", token, "", "If-Match", "*")
                        .statusCode());
    }

    /** A FIXED row is in no total of what is to pay but that of the bill it pays. */
    @Test
    void aBillThatIsPaidIsKeptUnlessAnotherIsPaidByTheSameRows() throws IOException {
        String bill = location(SERVER.post("/fixed-expenses", token, RENT));
        SERVER.post("/transactions", token, """
                {"date": "2023-12-03", "label": "Rent", "amount": "-1200", "category": "HOUSING", "expense_type": "FIXED"}""");

        HttpResponse<String> refused = SERVER.json("DELETE", bill + "?as=mistake", token, "", "If-Match", "*");
        assertProblem(409, "still-referred-to", refused);
        assertEquals(
                "[\"2023-12\"]", JSON.readTree(refused.body()).get("months").toString());

        String twice = location(SERVER.post("/fixed-expenses", token, RENT));
        assertEquals(
                200,
                SERVER.json("DELETE", twice + "?as=mistake", token, "", "If-Match", "*")
                        .statusCode());
        assertEquals(
                409,
                SERVER.json("DELETE", bill + "?as=mistake", token, "", "If-Match", "*")
                        .statusCode());
    }

    @Test
    void withoutAsItEndsAsItAlwaysDid() throws IOException {
        String bill = location(SERVER.post("/fixed-expenses", token, RENT));
        HttpResponse<String> ended = SERVER.json("DELETE", bill, token, "", "If-Match", "*");
        assertEquals(200, ended.statusCode(), ended.body());
        assertEquals("2023-12", JSON.readTree(ended.body()).get("until").asText());
        assertEquals(0, JSON.readTree(ended.body()).get("plans_moved").size());
        assertEquals(200, SERVER.get(bill, token).statusCode());
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        String bill = location(SERVER.post("/fixed-expenses", token, RENT));
        for (String query : List.of("as=error", "as=mistake&from=2024-01", "as=mistake&restate=true", "as=")) {
            assertProblem(
                    400, "unreadable-request", SERVER.json("DELETE", bill + "?" + query, token, "", "If-Match", "*"));
        }
        assertEquals(200, SERVER.get(bill, token).statusCode());
    }

    /** Returns what is shown of every month, and the whole list. */
    private Map<String, String> views(String things) {
        Map<String, String> views = new HashMap<>();
        views.put(things, SERVER.get(things + "?all=true&month=2024-01", token).body());
        for (String month : MONTHS) {
            for (String path : List.of("/dashboard/summary", "/summary/enhanced", "/dashboard/provisions/details")) {
                HttpResponse<String> view = SERVER.get(path + "?month=" + month, token);
                assertEquals(200, view.statusCode(), view.body());
                views.put(path + month, view.body());
            }
        }
        return views;
    }

    private static String location(HttpResponse<String> made) {
        assertEquals(201, made.statusCode(), made.body());
        return made.headers().firstValue("Location").orElseThrow();
    }

    private static void assertProblem(int status, String kind, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"type\":\"/problems/" + kind + "\""), response.body());
    }
}
