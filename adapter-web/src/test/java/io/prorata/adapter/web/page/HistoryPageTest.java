package io.prorata.adapter.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.WebServer;
import io.prorata.application.port.Tokens.TokenScope;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The history on the page: who changed what, before and after in words, and the way back after a look; other names for categories. */
class HistoryPageTest {

    private static final WebServer SERVER = new WebServer();
    private static final String HISTORY = "/settings/history";

    private final String token = SERVER.token(SERVER.found(), TokenScope.WRITE);
    private final Visitor visitor = new Visitor(SERVER, token);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void changesAreListedByPages() {
        for (int row = 1; row <= 51; row++) {
            visitor.spend("Row " + row, "");
        }
        String first = visitor.get(HISTORY + "?kind=transaction").body();
        assertTrue(first.contains("Row entered (51)") && !first.contains("Row entered (1)"), first);
        assertTrue(
                first.contains("token ") && first.matches("(?s).*[0-9]+ [A-Z][a-z]+ 20[0-9]{2}, [0-9]{2}:[0-9]{2}.*"),
                first);
        Matcher next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(first);
        assertTrue(next.find(), first);
        String second = visitor.get(next.group(1).replace("&amp;", "&")).body();
        assertTrue(second.contains("Row entered (1)") && !second.contains("rel=\"next\""), second);
        assertFalse(visitor.get(HISTORY + "?kind=transaction&id=7").body().contains("Row entered (8)"));
        assertTrue(visitor.get(HISTORY + "?who=nobody").body().contains("No such change."));
        assertEquals(400, visitor.get(HISTORY + "?month=soon").statusCode());
        assertTrue(visitor.get(HISTORY, "Accept-Language", "fr").body().contains("Op\u00e9ration saisie"));
    }

    @Test
    void aChangeIsToldInWords() {
        visitor.spend("Market", ", \"category\": \"Food\"");
        String done = change(1, Map.of("category", "Fish", "amount", "-50", "excluded", "on"));
        String told = visitor.get(HISTORY + "/" + done).body();
        assertTrue(told.contains("<th scope=\"row\">Category</th><td class=\"text\">Food</td>"), told);
        assertTrue(told.contains("<strong>Fish</strong>"), told);
        assertTrue(told.contains("\u221242.10</td><td class=\"text\"><strong>\u221250.00"), "in the currency: " + told);
        assertTrue(told.contains("Left out</th><td class=\"text\">no</td><td class=\"text\"><strong>yes"), told);

        SERVER.post(
                "/fixed-expenses",
                token,
                "{\"label\": \"Rent\", \"category\": \"Home\", \"amount\": \"1000\", \"frequency\": \"monthly\","
                        + " \"from\": \"2024-01\"}");
        String bill = visitor.get(HISTORY + "/" + latest()).body();
        assertTrue(bill.contains("Bill planned (1)") && bill.contains("since January 2024 \u00b7 Amount"), bill);
        assertTrue(bill.contains("<strong>1,000.00</strong>") && bill.contains("cannot be undone"), bill);
        assertEquals(404, visitor.get(HISTORY + "/99999").statusCode());
    }

    @Test
    void aChangeOfARowOffersTheWayBack() {
        visitor.spend("Market", ", \"category\": \"Food\"");
        String done = change(1, Map.of("category", "Fish"));
        String undo = HISTORY + "/" + done + "/undo";
        String list = visitor.get("/rows?month=2024-01&done=" + done).body();
        assertTrue(list.contains("<a href=\"" + undo + "\">Undo this change</a>"), list);
        assertFalse(visitor.get("/rows?month=2024-01").body().contains("Undo this change"));
        assertFalse(visitor.get("/rows?done=%22%3E").body().contains("Undo this change"));
        assertEquals(400, SERVER.get("/transactions?done=1", token).statusCode());

        String before = visitor.revision();
        String look = visitor.get(undo).body();
        assertTrue(look.contains("1 row would be as before.") && look.contains("Fish: 42.10 \u2192 0.00"), look);
        assertEquals(before, visitor.revision());
        String undone = Visitor.location(visitor.post(undo, Map.of()));
        assertTrue(visitor.api("/transactions/1").contains("\"category\":\"Food\""));
        assertTrue(visitor.get(undone).body().contains("Undo this change"), "an undo can be undone");

        String again = Visitor.location(form(1, Map.of()));
        assertEquals("/rows?month=2024-01", again, "nothing was changed");
    }

    @Test
    void whatWasChangedSinceIsListed() {
        visitor.spend("Market", ", \"category\": \"Food\"");
        String first = change(1, Map.of("category", "Fish"));
        change(1, Map.of("category", "Bread"));
        HttpResponse<String> look = visitor.get(HISTORY + "/" + first + "/undo");
        assertEquals(409, look.statusCode());
        assertTrue(look.body().contains("<a href=\"/rows/1\">Market</a>"), look.body());
        assertFalse(look.body().contains("Undo it"), look.body());
        assertTrue(visitor.get(HISTORY + "/" + first).body().contains("changed since"));
        HttpResponse<String> refused = visitor.post(HISTORY + "/" + first + "/undo", Map.of());
        assertEquals(409, refused.statusCode());
        assertTrue(visitor.api("/transactions/1").contains("\"category\":\"Bread\""));
        HttpResponse<String> never = visitor.get(HISTORY + "/1/undo");
        assertEquals(409, never.statusCode());
        assertTrue(never.body().contains("cannot be undone as a whole"), never.body());
    }

    @Test
    void manyRowsAreTakenBackAtOnce() {
        visitor.spend("Market", "");
        visitor.spend("Cinema", "");
        Map<String, String> fields = Map.of("month", "2024-01", "which", "all", "do", "yes");
        String removed =
                Visitor.location(visitor.post("/rows/removals", fields)).replaceAll(".*done=", "");
        String told = visitor.get(HISTORY + "/" + removed).body();
        assertTrue(told.contains("Rows removed") && told.contains("Market") && told.contains("Cinema"), told);
        assertFalse(told.contains("href=\"/rows/1\""), "it is not there");
        Visitor.location(visitor.post(HISTORY + "/" + removed + "/undo", Map.of()));
        assertTrue(visitor.get("/rows?month=2024-01").body().contains("Cinema"));
    }

    @Test
    void categoriesAreMergedAfterALookAndTakenBack() {
        visitor.spend("Market", ", \"category\": \"Groceries\"");
        visitor.spend("Bakery", ", \"category\": \"Bread\"");
        visitor.post("/settings/rules", Map.of("name", "Bakery", "label_contains", "bakery", "category", "Bread"));
        Map<String, String> fields = new HashMap<>(Map.of("from", "Bread", "to", "Groceries"));
        String before = visitor.revision();
        String look = visitor.post("/settings/categories", fields).body();
        assertTrue(look.contains("1 row would get the name Groceries."), look);
        assertTrue(look.contains("Groceries: 42.10 \u2192 84.20") && look.contains("Bread: 42.10 \u2192 0.00"), look);
        assertTrue(look.contains("Rule Bakery: Bread \u2192 Groceries"), look);
        assertTrue(look.contains("Later rows of Bread get the name Groceries"), look);
        assertEquals(before, visitor.revision());
        fields.put("do", "yes");
        String done =
                Visitor.location(visitor.post("/settings/categories", fields)).replaceAll(".*done=", "");
        assertTrue(visitor.api("/transactions/2").contains("\"category\":\"Groceries\""));
        String told = visitor.get(HISTORY + "/" + done).body();
        assertTrue(
                told.contains("Category renamed") && told.contains("Category: Bread \u2192 <strong>Groceries"), told);

        HttpResponse<String> back = visitor.post("/settings/categories", Map.of("from", "Groceries", "to", "Bread"));
        assertEquals(409, back.statusCode());
        assertTrue(back.body().contains("role=\"alert\"") && back.body().contains("value=\"Groceries\""), back.body());
        assertEquals(
                400,
                visitor.post("/settings/categories", Map.of("from", "Groceries", "to", "x", "to_subcategory", "y"))
                        .statusCode());
        Visitor.location(visitor.post(HISTORY + "/" + done + "/undo", Map.of()));
        assertTrue(visitor.api("/transactions/2").contains("\"category\":\"Bread\""));
        assertTrue(visitor.get("/settings/categories?from=Bread").body().contains("name=\"from\" value=\"Bread\""));
    }

    @Test
    void hostileWordsOfChangesAreText() {
        String markup = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        visitor.spend(markup, ", \"category\": \"" + markup + "\"");
        String one = change(1, Map.of("category", markup + "2", "label", markup));
        String renamed = Visitor.location(visitor.post(
                        "/settings/categories", Map.of("from", markup + "2", "to", markup + "3", "do", "yes")))
                .replaceAll(".*done=", "");
        for (String path : new String[] {one, renamed, renamed + "/undo", one + "/undo"}) {
            String body = visitor.get(HISTORY + "/" + path).body();
            assertTrue(body.contains("&lt;script"), body);
            assertFalse(body.contains("<script>alert") || body.contains("<img"), body);
        }
    }

    private String latest() {
        return visitor.revision().replaceAll(".*[^0-9]", "");
    }

    /** Changes a row by its form and returns the revision that its screen offers to undo. */
    private String change(long id, Map<String, String> other) {
        return Visitor.location(form(id, other)).replaceAll(".*done=", "");
    }

    private HttpResponse<String> form(long id, Map<String, String> other) {
        String html = visitor.get("/rows/" + id).body();
        Map<String, String> fields = new HashMap<>(Map.of("type", "RULE", "common", "on"));
        for (String name : new String[] {"stamp", "label", "category"}) {
            fields.put(name, Visitor.hidden(html, name).replace("&lt;", "<"));
        }
        fields.put("date", "2024-01-05");
        fields.put("amount", "-42.10");
        fields.put("back", "/rows?month=2024-01");
        fields.putAll(other);
        return visitor.post("/rows/" + id, fields);
    }
}
