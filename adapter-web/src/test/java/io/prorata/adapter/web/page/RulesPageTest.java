package io.prorata.adapter.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.WebServer;
import io.prorata.application.port.Tokens.TokenScope;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rules on the page: listed in words, tried, kept, ordered, applied after a look, proposed; and beside the rows that they sorted. */
class RulesPageTest {

    private static final WebServer SERVER = new WebServer();
    private static final Map<String, String> BAKERY = Map.of(
            "name", "Bakery", "label_contains", "bakery", "sign", "spent", "category", "Bread", "tags", "eat, fresh");

    private final String token = SERVER.token(SERVER.found(), TokenScope.WRITE);
    private final Visitor visitor = new Visitor(SERVER, token);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aRuleIsTriedBeforeItIsSaved() {
        visitor.spend("Bakery 12", "");
        visitor.spend("Cinema", "");
        String before = visitor.revision();
        String tried = visitor.post("/settings/rules/try", BAKERY).body();
        assertTrue(tried.contains("1 row of 2 rows would match, 1 row would change."), tried);
        assertTrue(tried.contains("Bakery 12") && tried.contains("Category: nothing \u2192 <strong>Bread"), tried);
        assertTrue(tried.contains("name=\"label_contains\" value=\"bakery\""), "the form keeps what was typed");
        assertFalse(tried.contains("Cinema"), tried);
        assertEquals(before, visitor.revision());
    }

    @Test
    void aRuleIsAddedChangedSwitchedAndDeleted() {
        assertEquals("/settings/rules", Visitor.location(visitor.post("/settings/rules", BAKERY)));
        String list = visitor.get("/settings/rules").body();
        assertTrue(list.contains("contains \u201cbakery\u201d \u00b7 money spent"), list);
        assertTrue(list.contains("Category: Bread \u00b7 Tags: eat, fresh"), list);
        String form = visitor.get("/settings/rules/1").body();
        assertTrue(form.contains("name=\"tags\" value=\"eat, fresh\""), form);
        Map<String, String> changed = new HashMap<>(BAKERY);
        changed.put("stamp", Visitor.hidden(form, "stamp"));
        changed.put("least", "1,000.50");
        changed.put("most", "2000");
        changed.put("first_day", "28");
        changed.put("last_day", "3");
        changed.put("split", "member:member1");
        changed.put("payer", "pot");
        Visitor.location(visitor.post("/settings/rules/1", changed));
        String rule = visitor.api("/rules/1");
        assertTrue(rule.contains("\"min_amount\":\"1000.50\"") && rule.contains("\"day_from\":28"), rule);
        String said = visitor.get("/settings/rules").body();
        assertTrue(said.contains("from 1,000.50 to 2,000.00") && said.contains("from day 28 to day 3"), said);
        assertTrue(said.contains("How it divides: all to Ada \u00b7 Paid by: the pot"), said);
        assertEquals(412, visitor.post("/settings/rules/1", changed).statusCode());

        Visitor.location(visitor.post("/settings/rules/1/switch", Map.of("on", "no")));
        assertTrue(visitor.api("/rules/1").contains("\"on\":false"));
        assertTrue(visitor.get("/settings/rules").body().contains("Switch on"));
        String stamp = Visitor.hidden(visitor.get("/settings/rules/1").body(), "stamp");
        Visitor.location(visitor.post("/settings/rules/1/remove", Map.of("stamp", stamp)));
        assertTrue(visitor.get("/settings/rules").body().contains("No rule yet"));
    }

    @Test
    void rulesAreMovedByWhoeverHasSeenTheirOrder() {
        visitor.post("/settings/rules", BAKERY);
        visitor.post("/settings/rules", Map.of("name", "Cinema", "label_is", "cinema", "category", "Fun"));
        String list = visitor.get("/settings/rules").body();
        assertTrue(list.indexOf(">Bakery<") < list.indexOf(">Cinema<"), list);
        Map<String, String> up = Map.of("stamp", Visitor.hidden(list, "stamp"), "id", "2", "way", "up");
        Visitor.location(visitor.post("/settings/rules/order", up));
        String moved = visitor.get("/settings/rules").body();
        assertTrue(moved.indexOf(">Cinema<") < moved.indexOf(">Bakery<"), moved);
        assertEquals(412, visitor.post("/settings/rules/order", up).statusCode(), "the order was another");
        assertEquals(
                400,
                visitor.post(
                                "/settings/rules/order",
                                Map.of("stamp", Visitor.hidden(moved, "stamp"), "id", "2", "way", "away"))
                        .statusCode());
    }

    @Test
    void whatIsNoRuleIsSaidBesideTheForm() {
        HttpResponse<String> empty = visitor.post("/settings/rules", Map.of("name", "Nothing", "category", "x"));
        assertEquals(422, empty.statusCode(), empty.body());
        assertTrue(empty.body().contains("role=\"alert\"") && empty.body().contains("at least one condition"));
        assertTrue(empty.body().contains("name=\"name\" value=\"Nothing\""), empty.body());
        HttpResponse<String> pattern =
                visitor.post("/settings/rules", Map.of("name", "x", "label_matches", "(", "category", "x"));
        assertEquals(422, pattern.statusCode(), pattern.body());
        for (var wrong : List.of(
                Map.of("first_day", "32"), Map.of("least", "much"), Map.of("label_contains", "x", "sign", "up"))) {
            Map<String, String> fields = new HashMap<>(Map.of("name", "x", "category", "x"));
            fields.putAll(wrong);
            HttpResponse<String> refused = visitor.post("/settings/rules/try", fields);
            assertEquals(400, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("class=\"wrong\""), refused.body());
        }
        assertEquals("{\"rules\":[]}", visitor.api("/rules"));
    }

    @Test
    void rulesAreAppliedAfterALookAndTakenBack() {
        visitor.spend("Bakery 12", "");
        visitor.spend("Cinema", "");
        visitor.post("/settings/rules", BAKERY);
        String before = visitor.revision();
        Map<String, String> fields = new HashMap<>(Map.of("month", "2024-01"));
        String look = visitor.post("/settings/rules/apply", fields).body();
        assertTrue(look.contains("2 rows in the list, 1 row would change."), look);
        assertTrue(look.contains("<a href=\"/settings/rules/1\">Bakery</a>") && look.contains("Bakery 12"), look);
        assertTrue(look.contains("January 2024 \u00b7 Bread: 0.00 \u2192 42.10"), look);
        assertEquals(before, visitor.revision());

        fields.put("do", "yes");
        String done = Visitor.location(visitor.post("/settings/rules/apply", fields));
        assertTrue(done.matches("/settings/rules\\?done=[0-9]+"), done);
        String undo = "/settings/history/" + done.replaceAll(".*=", "") + "/undo";
        assertTrue(visitor.get(done).body().contains("href=\"" + undo + "\""));
        String row = visitor.get("/rows/1").body();
        assertTrue(row.contains("Category: Bread") && row.contains("<a href=\"/settings/rules/1\">Bakery</a>"), row);
        assertTrue(visitor.get("/rows/2").body().contains("No rule has chosen anything"));
        Visitor.location(visitor.post(undo, Map.of()));
        assertTrue(visitor.api("/transactions/1").contains("\"category\":null"));
    }

    @Test
    void whatAnotherRuleChoseIsSaidWhenItIsGone() {
        visitor.post("/settings/rules", BAKERY);
        visitor.spend("Bakery 12", "");
        String stamp = Visitor.hidden(visitor.get("/settings/rules/1").body(), "stamp");
        visitor.post("/settings/rules/1/remove", Map.of("stamp", stamp));
        String row = visitor.get("/rows/1").body();
        assertTrue(row.contains("a rule that was deleted") && !row.contains("/settings/rules/1"), row);
    }

    @Test
    void aProposedRuleIsTakenOverByOneButton() {
        for (int day = 0; day < 3; day++) {
            visitor.spend("Tea house " + day, ", \"category\": \"Tea\"");
        }
        String list = visitor.get("/settings/rules").body();
        assertTrue(list.contains("Take it over") && list.contains("3 rows"), list);
        String form = list.substring(list.lastIndexOf("action=\"/settings/rules\""));
        Map<String, String> fields = new HashMap<>();
        for (String name : List.of("name", "label_is", "sign", "category")) {
            fields.put(name, Visitor.hidden(form, name));
        }
        Visitor.location(visitor.post("/settings/rules", fields));
        assertTrue(visitor.api("/rules/1").contains("\"label_is\":\"tea house\""), visitor.api("/rules/1"));
        assertTrue(visitor.get("/settings/rules").body().contains("Nothing to propose."));
    }

    @Test
    void aRuleIsMadeOfARow() {
        visitor.spend("Tea house 12", ", \"category\": \"Tea\"");
        String form = visitor.get("/settings/rules/new?row=1").body();
        assertEquals("tea house", Visitor.hidden(form, "label_is"));
        assertEquals("Tea", Visitor.hidden(form, "category"));
    }

    @Test
    void hostileRulesAreText() {
        String markup = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        visitor.spend("<img src=x>", "");
        Map<String, String> fields =
                Map.of("name", markup, "label_contains", "<img", "category", markup, "subcategory", markup);
        String tried = visitor.post("/settings/rules/try", fields).body();
        Visitor.location(visitor.post("/settings/rules", fields));
        String applied =
                visitor.post("/settings/rules/apply", Map.of("month", "")).body();
        for (String body : List.of(
                tried,
                applied,
                visitor.get("/settings/rules").body(),
                visitor.get("/settings/rules/1").body())) {
            assertTrue(body.contains("&lt;"), body);
            assertFalse(body.contains("<script>alert") || body.contains("<img"), body);
        }
    }
}
