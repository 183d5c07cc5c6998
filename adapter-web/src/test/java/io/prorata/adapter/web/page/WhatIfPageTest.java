package io.prorata.adapter.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.WebServer;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What would be, and an estimate of the tax, as somebody asks for them on the page who may only read. It is January 2024. */
class WhatIfPageTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HTML = "text/html,application/xhtml+xml";
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, TokenScope.WRITE);
    private final String reader = SERVER.token(household, TokenScope.READ);
    private final String cookie = SERVER.post(
                    "/session", null, "{\"token\": \"" + reader + "\"}", "Sec-Fetch-Site", "same-origin")
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .replaceAll(";.*", "");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private void plan() {
        send(
                "/configs",
                "{\"from\": \"2024-01\", \"key\": {\"mode\": \"equal\"}, \"members\": [{\"member\": \"member1\", \"net\":"
                        + " \"2000\"}, {\"member\": \"member2\", \"net\": \"2000\"}]}");
        send(
                "/fixed-expenses",
                "{\"label\": \"Rent\", \"category\": \"Home\", \"amount\": \"1000\", \"frequency\": \"monthly\", \"from\":"
                        + " \"2024-01\"}");
        send(
                "/fixed-expenses",
                "{\"label\": \"Tax\", \"category\": \"Home\", \"amount\": \"1200\", \"frequency\": \"annual\", \"due_month\":"
                        + " \"2024-12\", \"from\": \"2024-01\"}");
        send(
                "/provisions",
                "{\"name\": \"Trip\", \"base\": {\"mode\": \"to_target\", \"by\": \"2024-12\"}, \"target\": \"1200\","
                        + " \"from\": \"2024-01\"}");
        send("/budgets", "{\"category\": \"Food\", \"amount\": \"400\", \"from\": \"2024-01\"}");
    }

    private void send(String path, String json) {
        HttpResponse<String> made = SERVER.post(path, token, json);
        assertEquals(201, made.statusCode(), made.body());
    }

    /** The same figures as the same changes have that are sent to the API, and nothing is written. */
    @Test
    void whatIsSupposedIsShownAsTheApiShowsIt() throws IOException {
        plan();
        String before = revision();
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("from", "2024-02");
        typed.put("months", "6");
        typed.put("net-member1", "3,000.00");
        typed.put("key", "income");
        typed.put("bill-1", "1,100.00");
        typed.put("bill-2", "");
        typed.put("end-bill-2", "on");
        typed.put("provision-1", "2400");
        typed.put("new-bill", "Gym");
        typed.put("new-bill-amount", "30");
        typed.put("budget-1", "500");
        HttpResponse<String> shown = post("/plan/what-if", typed);
        assertEquals(200, shown.statusCode(), shown.body());

        JsonNode api = JSON.readTree(SERVER.post("/simulations", reader, """
                {"from": "2024-02", "to": "2024-07", "changes": [
                  {"method": "POST", "path": "/configs", "body": {"from": "2024-02", "key": {"mode": "income"},
                   "members": [{"member": "member1", "net": "3000"}, {"member": "member2", "net": "2000"}]}},
                  {"method": "DELETE", "path": "/fixed-expenses/2?from=2024-02"},
                  {"method": "PATCH", "path": "/fixed-expenses/1?from=2024-02", "body": {"amount": "1100"}},
                  {"method": "POST", "path": "/fixed-expenses", "body": {"label": "Gym", "category": "Gym",
                   "amount": "30", "frequency": "monthly", "from": "2024-02"}},
                  {"method": "PATCH", "path": "/provisions/1?from=2024-02", "body": {"target": "2400"}},
                  {"method": "PATCH", "path": "/budgets/1?from=2024-02", "body": {"amount": "500"}}]}""").body());
        assertRow(shown.body(), "Ada", api, "/baseline/member_totals/member1", "/outcome/member_totals/member1");
        assertRow(shown.body(), "Ben", api, "/baseline/member_totals/member2", "/outcome/member_totals/member2");
        assertRow(shown.body(), "To pay", api, "/baseline/total_expenses", "/outcome/total_expenses");
        assertRow(shown.body(), "Left", api, "/baseline/net_available", "/outcome/net_available");
        int lines = 0;
        for (JsonNode line : api.path("lines")) {
            lines++;
            assertRow(shown.body(), line.path("name").asText() + " ", line, "/baseline", "/outcome");
        }
        assertEquals(4, lines, api.toString());
        assertRow(shown.body(), "Food ", api.at("/budgets/0"), "/baseline", "/outcome");
        for (JsonNode month : api.path("months")) {
            assertTrue(
                    shown.body()
                            .contains("<td>" + amount(month.at("/baseline/total_expenses")) + "</td><td><strong>"
                                    + amount(month.at("/outcome/total_expenses")) + "</strong></td>"),
                    month.toString());
        }
        // What was typed is still there, to suppose something else.
        assertTrue(shown.body().contains("name=\"bill-1\" value=\"1,100.00\""), shown.body());
        assertTrue(shown.body().contains("name=\"end-bill-2\" checked"), shown.body());
        assertEquals(before, revision());
    }

    private static void assertRow(String body, String name, JsonNode api, String before, String after) {
        int at = body.indexOf("<th scope=\"row\">" + name);
        assertTrue(at >= 0, name + " in " + body);
        String row = body.substring(at, body.indexOf("</tr>", at));
        assertTrue(
                row.contains("<td>" + amount(api.at(before)) + "</td><td><strong>" + amount(api.at(after))
                        + "</strong></td>"),
                row + " is not " + api.at(before) + ", " + api.at(after));
    }

    private static String amount(JsonNode text) {
        String digits = text.asText();
        return digits.length() > 6 ? digits.replaceAll("(\\d)(\\d{3}\\.)", "$1,$2") : digits;
    }

    @Test
    void nothingSupposedNothingDiffers() {
        plan();
        String body =
                post("/plan/what-if", Map.of("from", "2024-01", "months", "3")).body();
        assertTrue(body.contains("Nobody would pay anything else."), body);
        assertFalse(body.contains("Month by month"), body);
    }

    @Test
    void whatCannotBeSupposedIsRefused() {
        plan();
        for (Map<String, String> wrong : List.of(
                Map.of("from", "2024-01", "months", "0"),
                Map.of("from", "2024-01", "months", "61"),
                Map.of("from", "soon", "months", "1"),
                Map.of("from", "2024-01", "months", "1", "bill-1", "a lot"),
                Map.of("from", "2024-01", "months", "1", "bill-x", "1"),
                Map.of("from", "2024-01", "months", "1", "new-bill", "No amount"),
                Map.of("from", "2024-01", "months", "1", "key", "by lot"))) {
            assertEquals(400, post("/plan/what-if", wrong).statusCode(), wrong.toString());
        }
        assertEquals(
                404,
                post("/plan/what-if", Map.of("from", "2024-01", "months", "1", "bill-99", "1"))
                        .statusCode());
    }

    @Test
    void hostileWordsAreShownAsText() {
        plan();
        String name = HOSTILE.replace("\"", "\\\"");
        send(
                "/fixed-expenses",
                "{\"label\": \"" + name + "\", \"category\": \"x\", \"amount\": \"1\", \"frequency\": \"monthly\"}");
        String body = post(
                        "/plan/what-if",
                        Map.of(
                                "from",
                                "2024-01",
                                "months",
                                "2",
                                "bill-3",
                                "7",
                                "new-bill",
                                HOSTILE,
                                "new-bill-amount",
                                "1",
                                "new-budget",
                                HOSTILE,
                                "new-budget-amount",
                                "2"))
                .body();
        assertTrue(body.contains("&lt;script>alert"), body);
        assertFalse(body.contains("<script>alert") || body.contains("<img"), body);
    }

    @Test
    void eachLanguageHasItsOwnWords() {
        plan();
        Map<String, String> asked = Map.of("from", "2024-01", "months", "2", "end-bill-1", "on");
        assertTrue(post("/plan/what-if", asked, "Accept-Language", "fr").body().contains("Mois par mois"));
        assertTrue(post("/plan/what-if", asked, "Accept-Language", "de").body().contains("Monat für Monat"));
    }

    private static Map<String, String> incomes() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("from", "2024-01");
        typed.put("key", "income");
        typed.put("there-member1", "on");
        typed.put("gross-member1", "2,500.00");
        typed.put("rate-member1", "");
        typed.put("net-member1", "2,300.00");
        typed.put("there-member2", "on");
        typed.put("gross-member2", "5000");
        return typed;
    }

    /** The estimate of the API, beside the incomes that were typed; stating its rates is another step. */
    @Test
    void anEstimateIsMarkedWithItsSourceAndStatesNothing() throws IOException {
        String before = revision();
        HttpResponse<String> shown = post("/plan/tax", incomes());
        assertEquals(200, shown.statusCode(), shown.body());
        JsonNode api = JSON.readTree(SERVER.post(
                        "/tax/estimates",
                        reader,
                        "{\"scale\": \"fr-2025\", \"taxable_incomes\": [\"30000.00\", \"60000.00\"]}")
                .body());
        String body = shown.body();
        assertTrue(body.contains("This is an estimate"), body);
        assertTrue(body.contains(api.at("/scale/checked").asText()), body);
        assertTrue(body.contains(api.at("/scale/source").asText()), body);
        assertTrue(body.contains(api.at("/scale/not_covered/1").asText()), body);
        assertTrue(body.contains("<dd>" + amount(api.at("/tax")) + "</dd>"), body);
        // The rate of the API, and what it leaves of a month (formula 1).
        String rate = api.at("/individual_percentages/0").asText();
        assertTrue(body.contains("name=\"rate-member1\" value=\"" + rate + "\""), body);
        long net = 250_000
                - new BigDecimal(rate)
                        .multiply(BigDecimal.valueOf(2_500))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        String text = net / 100 + "." + "%02d".formatted(net % 100);
        assertTrue(body.contains("<strong>" + text.replaceAll("(\\d)(\\d{3}\\.)", "$1,$2") + "</strong>"), body + text);
        assertTrue(body.contains("action=\"/plan/effect/incomes\""), body);
        assertEquals(before, revision());
    }

    @Test
    void whoIsTaxedTogetherIsChosen() throws IOException {
        Map<String, String> alone = incomes();
        alone.put("tax-asked", "yes");
        alone.put("tax-scale", "fr-2023");
        alone.put("tax-parts", "1.5");
        alone.put("taxable-member1", "40000");
        alone.put("taxable-member2", "60000");
        alone.put("taxed-member1", "on");
        String body = post("/plan/tax", alone).body();
        JsonNode api = JSON.readTree(SERVER.post(
                        "/tax/estimates",
                        reader,
                        "{\"scale\": \"fr-2023\", \"taxable_incomes\": [\"40000\"], \"parts\": \"1.5\"}")
                .body());
        assertTrue(body.contains("<dd>" + amount(api.at("/tax")) + "</dd>"), body);

        alone.remove("taxed-member1");
        assertFalse(post("/plan/tax", alone).body().contains("action=\"/plan/effect/incomes\""));
        for (Map<String, String> wrong : List.of(
                Map.of("tax-parts", "1.3"),
                Map.of("tax-parts", "31"),
                Map.of("tax-parts", "many"),
                Map.of("taxable-member1", "-1"),
                Map.of("taxable-member1", "x"))) {
            Map<String, String> asked = new LinkedHashMap<>(alone);
            asked.put("taxed-member1", "on");
            asked.putAll(wrong);
            assertEquals(400, post("/plan/tax", asked).statusCode(), wrong.toString());
        }
    }

    private String revision() {
        return SERVER.get("/household", reader)
                .headers()
                .firstValue("X-Revision")
                .orElseThrow();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String[] all = new String[headers.length + 8];
        System.arraycopy(headers, 0, all, 0, headers.length);
        System.arraycopy(
                new String[] {
                    "Cookie",
                    cookie,
                    "Sec-Fetch-Site",
                    "same-origin",
                    "Accept",
                    HTML,
                    "Content-Type",
                    "application/x-www-form-urlencoded"
                },
                0,
                all,
                headers.length,
                8);
        return SERVER.send("POST", path, null, BodyPublishers.ofString(form), all);
    }
}
