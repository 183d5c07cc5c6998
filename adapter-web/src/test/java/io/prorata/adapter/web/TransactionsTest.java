package io.prorata.adapter.web;

import static io.prorata.adapter.web.PlanOverTimeTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transactions are listed by any filter in any order, a page at a time, edited one by one or many at once, and taken out. */
class TransactionsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyFilterNarrowsTheList() throws IOException {
        batch(
                "{\"date\": \"2024-01-02\", \"label\": \"CARTE ÉPICERIE\", \"amount\": \"-10.00\", \"category\": \"Courses\", \"account\": \"A\"}",
                "{\"date\": \"2024-01-03\", \"label\": \"Loyer\", \"amount\": \"-900\", \"category\": \"Loyer\", \"expense_type\": \"FIXED\", \"tags\": [\"flat\"]}",
                "{\"date\": \"2024-02-01\", \"label\": \"Salaire\", \"amount\": \"2500\", \"excluded\": true}",
                "{\"date\": \"2024-02-02\", \"label\": \"Marché\", \"amount\": \"-5\", \"category\": \"Courses\", \"subcategory\": \"Bio\"}");

        assertEquals("[4, 3, 2, 1]", ids(""));
        assertEquals("[2, 1]", ids("?month=2024-01"));
        assertEquals("[3, 2]", ids("?from=2024-01-03&to=2024-02-01"));
        assertEquals("[4, 1]", ids("?category=Courses"));
        assertEquals("[3]", ids("?category="));
        assertEquals("[4]", ids("?subcategory=Bio"));
        assertEquals("[1]", ids("?account=A"));
        assertEquals("[2]", ids("?expense_type=FIXED"));
        assertEquals("[3, 2]", ids("?expense_type=FIXED,INCOME"));
        assertEquals("[3, 2]", ids("?expense_type=FIXED&expense_types=INCOME"));
        assertEquals("[2]", ids("?expense_types=FIXED"));
        assertEquals("[3, 2]", ids("?expense_types=FIXED,INCOME"));
        assertEquals("[3, 2]", ids("?expense_types=FIXED&expense_types=INCOME"));
        assertEquals("[3]", ids("?excluded=true"));
        assertEquals("[2]", ids("?tag=flat"));
        assertEquals("[1]", ids("?text=" + URLEncoder.encode("épic", StandardCharsets.UTF_8)));
        assertEquals("[4]", ids("?text=MARCHE"));
        assertEquals("[4, 1]", ids("?min_amount=-10.00&max_amount=-0.01"));
        assertEquals("[2, 1, 4, 3]", ids("?order=amount"));
        assertEquals("[3, 1, 4, 2]", ids("?order=category"));
        assertEquals("[3, 4, 2, 1]", ids("?order=-label"));
    }

    @Test
    void pagesFollowEachOtherWhateverComesBetween() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            rows.add("{\"date\": \"2024-01-%02d\", \"label\": \"Row %d\", \"amount\": \"-%d\"}"
                    .formatted(1 + i % 28, i, i % 4));
        }
        batch(rows.toArray(String[]::new));
        for (String order : List.of("date", "-date", "amount", "-amount", "label", "-label", "category", "-category")) {
            List<Long> seen = new ArrayList<>();
            String next = "/transactions?month=2024-01&limit=7&order=" + order;
            int pages = 0;
            while (!next.isEmpty()) {
                HttpResponse<String> page = SERVER.get(next, token);
                assertEquals(200, page.statusCode(), page.body());
                JsonNode body = JSON.readTree(page.body());
                body.get("transactions").forEach(row -> seen.add(row.get("id").asLong()));
                assertTrue(body.at("/pagination/total").asLong() >= 25);
                next = page.headers()
                        .firstValue("Link")
                        .map(links -> link(links, "next"))
                        .orElse("");
                assertEquals(!next.isEmpty(), body.at("/pagination/has_more").asBoolean());
                pages++;
            }
            assertEquals(4, pages, order);
            assertEquals(25, seen.stream().distinct().count(), order);
            assertEquals(25, seen.size(), order);
        }
        assertEquals("[]", ids("?offset=25"));
        assertEquals(
                5,
                JSON.readTree(SERVER.get("/transactions?offset=20", token).body())
                        .get("transactions")
                        .size());
    }

    @Test
    void aPageSaysWhereTheOthersAre() throws IOException {
        batch(Collections.nCopies(5, "{\"date\": \"2024-01-02\", \"label\": \"x y\", \"amount\": \"-1\"}")
                .toArray(String[]::new));
        String list = "/transactions?month=2024-01&text=x+y&limit=2";

        HttpResponse<String> second = SERVER.get(list + "&offset=2", token);
        String links = second.headers().firstValue("Link").orElseThrow();
        assertEquals(
                SERVER.get(list, token).body(),
                SERVER.get(link(links, "first"), token).body());
        assertEquals(
                SERVER.get(list, token).body(),
                SERVER.get(link(links, "prev"), token).body());
        JsonNode third = JSON.readTree(SERVER.get(link(links, "next"), token).body());
        assertEquals("[1]", third.get("transactions").findValues("id").toString());
        assertEquals(5, third.at("/pagination/total").asInt());
        assertFalse(third.at("/pagination/has_more").asBoolean());
        assertTrue(third.at("/pagination/offset").isNull());

        String ofLast = SERVER.get(link(links, "next"), token)
                .headers()
                .firstValue("Link")
                .orElseThrow();
        assertEquals("", link(ofLast, "next"));
        assertEquals(link(links, "first"), link(ofLast, "first"));
        String ofThird = SERVER.get(list + "&offset=3", token)
                .headers()
                .firstValue("Link")
                .orElseThrow();
        assertTrue(link(ofThird, "prev").endsWith("&offset=1"), ofThird);
    }

    private static String link(String links, String relation) {
        return Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"")
                .matcher(links)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    @Test
    void countingAllMonthsIsDoneOnRequest() throws IOException {
        batch("{\"date\": \"2024-01-02\", \"label\": \"x\", \"amount\": \"-1\"}");
        assertTrue(JSON.readTree(SERVER.get("/transactions", token).body())
                .at("/pagination/total")
                .isNull());
        assertEquals(
                1,
                JSON.readTree(SERVER.get("/transactions?count=true", token).body())
                        .at("/pagination/total")
                        .asInt());
    }

    @Test
    void aCursorIsOfItsListAlone() throws IOException {
        batch(Collections.nCopies(3, "{\"date\": \"2024-01-02\", \"label\": \"x\", \"amount\": \"-1\"}")
                .toArray(String[]::new));
        String cursor = JSON.readTree(SERVER.get("/transactions?limit=1", token).body())
                .at("/pagination/next_cursor")
                .asText();
        assertEquals(200, SERVER.get("/transactions?cursor=" + cursor, token).statusCode());
        for (String other : List.of("&order=label", "&month=2024-01", "&category=x", "&offset=1")) {
            assertProblem(400, "unreadable-request", SERVER.get("/transactions?cursor=" + cursor + other, token));
        }
        String neighbour = SERVER.token(SERVER.found(), Tokens.TokenScope.READ);
        assertProblem(400, "unreadable-request", SERVER.get("/transactions?cursor=" + cursor, neighbour));
        assertProblem(400, "unreadable-request", SERVER.get("/transactions?cursor=nonsense", token));
    }

    @Test
    void oneIsChangedByWhoHasSeenIt() throws IOException {
        batch("{\"date\": \"2024-01-02\", \"label\": \"x\", \"amount\": \"-1\", \"category\": \"Courses\"}");
        String tag = SERVER.get("/transactions/1", token)
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<String> moved = SERVER.json(
                "PATCH",
                "/transactions/1",
                token,
                "{\"date\": \"2024-02-03\", \"category\": null, \"expense_type\": \"TRANSFER\", \"tags\": [\"a\"]}",
                "If-Match",
                tag);
        assertEquals(200, moved.statusCode(), moved.body());
        JsonNode row = JSON.readTree(SERVER.get("/transactions/1", token).body());
        assertEquals("2024-02", row.get("month").asText());
        assertTrue(row.get("category").isNull());
        assertEquals("person", row.get("typed_by").asText());
        assertEquals("x", row.get("label").asText());
        assertProblem(
                412,
                "overtaken",
                SERVER.json("PATCH", "/transactions/1", token, "{\"label\": \"y\"}", "If-Match", tag));
        HttpResponse<String> ruled =
                SERVER.json("PATCH", "/transactions/1", token, "{\"expense_type\": null}", "If-Match", "*");
        assertEquals("VARIABLE", JSON.readTree(ruled.body()).get("expense_type").asText());
        assertProblem(
                422,
                "invalid-request",
                SERVER.json("PATCH", "/transactions/1", token, "{\"date\": null}", "If-Match", "*"));

        assertProblem(428, "if-match-needed", SERVER.json("DELETE", "/transactions/1", token, ""));
        assertEquals(
                204,
                SERVER.json("DELETE", "/transactions/1", token, "", "If-Match", "*")
                        .statusCode());
        assertProblem(404, "unknown-transaction", SERVER.get("/transactions/1", token));
    }

    @Test
    void manyAreChangedByAFilterAfterADryRun() throws IOException {
        batch(
                "{\"date\": \"2024-01-02\", \"label\": \"CB 1\", \"amount\": \"-1\"}",
                "{\"date\": \"2024-02-02\", \"label\": \"CB 2\", \"amount\": \"-1\", \"category\": \"Courses\"}",
                "{\"date\": \"2024-02-02\", \"label\": \"Other\", \"amount\": \"-1\"}");
        String change = "{\"filter\": {\"text\": \"cb\"}, \"set\": {\"category\": \"Courses\"}}";

        String totals = """
                "plans_moved":[],"currency":"EUR","totals":[\
                {"month":"2024-01","figure":"category","expense_type":"VARIABLE","category":null,"subcategory":null,\
                "member":null,"before":"1.00","after":"0.00","count_before":1,"count_after":0},\
                {"month":"2024-01","figure":"category","expense_type":"VARIABLE","category":"Courses","subcategory":null,\
                "member":null,"before":"0.00","after":"1.00","count_before":0,"count_after":1}],"warnings":[]""";
        assertEquals(
                "{\"matched\":2,\"changed\":1,\"months\":[\"2024-01\"]," + totals + ",\"dry_run\":true}",
                SERVER.post("/transactions/changes?dry_run=true", token, change).body());
        assertEquals("[2]", ids("?category=Courses"));
        assertEquals(
                "{\"matched\":2,\"changed\":1,\"months\":[\"2024-01\"]," + totals + ",\"dry_run\":false}",
                SERVER.post("/transactions/changes", token, change).body());
        assertEquals("[2, 1]", ids("?category=Courses"));
        assertEquals(
                "{\"matched\":1,\"changed\":1,\"months\":[\"2024-02\"],\"plans_moved\":[],\"currency\":\"EUR\",\"totals\":[],"
                        + "\"warnings\":[],\"dry_run\":false}",
                SERVER.post(
                                "/transactions/changes",
                                token,
                                "{\"filter\": {\"month\": \"2024-02\", \"category\": null}, \"set\": {\"add_tags\": [\"odd\"]}}")
                        .body());
        assertEquals("[3]", ids("?tag=odd"));
    }

    @Test
    void aFilterThatNamesNothingIsNotAFilterForAll() throws IOException {
        SERVER.post("/transactions", token, "{\"date\":\"2024-01-02\",\"label\":\"kept\",\"amount\":\"-1.00\"}");

        String none = SERVER.post(
                        "/transactions/changes",
                        token,
                        "{\"filter\": {\"ids\": []}, \"set\": {\"category\": \"Lost\"}}")
                .body();
        assertTrue(none.startsWith("{\"matched\":0,\"changed\":0,"), none);
        assertEquals("[]", ids("?category=Lost"));
        HttpResponse<String> noType = SERVER.post(
                "/transactions/changes",
                token,
                "{\"filter\": {\"expense_types\": []}, \"set\": {\"category\": \"Lost\"}}");
        assertProblem(422, "invalid-request", noType);
        assertTrue(noType.body().contains("\"/filter/expense_types\""), noType.body());
        for (String ids : new String[] {"?id=", "?id=,", "?month=2024-01&id=", "?month=2024-01&id=1,"}) {
            HttpResponse<String> refused = SERVER.json("DELETE", "/transactions" + ids, token, "");
            assertProblem(400, "unreadable-request", refused);
            assertTrue(refused.body().contains("\"parameter\":\"id\""), refused.body());
        }
        assertProblem(
                400,
                "unreadable-request",
                SERVER.json("DELETE", "/transactions?month=2024-01&expense_type=", token, ""));
        assertEquals(1, ids("").split(",").length);
    }

    @Test
    void aBatchIsEnteredWholeOrNotAtAll() throws IOException {
        HttpResponse<String> refused = SERVER.post("/transactions/batch", token, """
                {"transactions": [{"date": "2024-01-02", "label": "good", "amount": "-1"},
                  {"date": "2024-01-02", "label": "bad", "amount": "-1.005"}]}""");
        assertProblem(422, "invalid-request", refused);
        assertTrue(refused.body().contains("\"/transactions/1/amount\""), refused.body());
        assertEquals("[]", ids(""));

        String most = String.join(
                ",", Collections.nCopies(10_000, "{\"date\":\"2024-01-02\",\"label\":\"x\",\"amount\":\"-1\"}"));
        assertProblem(
                422,
                "too-many-rows",
                SERVER.post(
                        "/transactions/batch",
                        token,
                        "{\"transactions\": [" + most
                                + ",{\"date\":\"2024-01-02\",\"label\":\"x\",\"amount\":\"-1\"}]}"));
        HttpResponse<String> entered = SERVER.post("/transactions/batch", token, "{\"transactions\": [" + most + "]}");
        assertEquals(201, entered.statusCode());
        assertEquals(
                10_000,
                JSON.readTree(SERVER.get("/transactions?month=2024-01&limit=1", token)
                                .body())
                        .at("/pagination/total")
                        .asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "month=2026-13 | 400 | month",
                "month=0000-00 | 400 | month",
                "from=2024-02-30 | 400 | from",
                "from=2024-02-02&to=2024-02-01 | 422 | to",
                "month=2024-01&from=2024-01-01 | 400 | month",
                "order=size | 400 | order",
                "limit=0 | 400 | limit",
                "limit=501 | 400 | limit",
                "offset=-1 | 400 | offset",
                "expense_types=GIFT | 400 | expense_types",
                "expense_type=FIXED,gift | 400 | expense_type",
                "category=%FF | 400 | category",
                "text=caf%E9 | 400 | text",
                "excluded=yes | 400 | excluded",
                "min_amount=1e3 | 400 | min_amount",
                "max_amount=x | 400 | max_amount",
                "min_amount=1.234 | 422 | min_amount",
                "min_amount=5&max_amount=4 | 422 | max_amount",
                "colour=red | 400 | colour",
                "text=%00 | 422 | text",
                "month=2024-01&month=2024-02 | 400 | month"
            })
    void whatCannotBeAskedIsNamed(String query, int status, String parameter) {
        HttpResponse<String> response = SERVER.get("/transactions?" + query, token);
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"parameter\":\"" + parameter + "\""), response.body());
        assertEquals(200, SERVER.get("/transactions", token).statusCode());
    }

    private void batch(String... rows) {
        HttpResponse<String> entered =
                SERVER.post("/transactions/batch", token, "{\"transactions\": [" + String.join(",", rows) + "]}");
        assertEquals(201, entered.statusCode(), entered.body());
    }

    private String ids(String query) throws IOException {
        HttpResponse<String> list = SERVER.get("/transactions" + query, token);
        assertEquals(200, list.statusCode(), list.body());
        List<Long> ids = new ArrayList<>();
        JSON.readTree(list.body())
                .get("transactions")
                .forEach(row -> ids.add(row.get("id").asLong()));
        return ids.toString();
    }
}
