package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Names are one if they are equal without case and accents, and stand in the order of people. */
class SpellingsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aNewRowTakesTheSpellingThatIsThere() throws IOException {
        assertEquals("Épicerie", row("Épicerie", "Été").get("category").asText());
        JsonNode second = row("epicerie", "ete\", \"ÉTÉ");
        assertEquals("Épicerie", second.get("category").asText());
        assertEquals("[\"Été\"]", second.get("tags").toString());
        HttpResponse<String> imported = SERVER.send(
                "POST",
                "/imports",
                token,
                BodyPublishers.ofString("date;label;amount;category\n2024-01-06;Bread;-1.00;ÉPICERIE\n"),
                "Content-Type",
                "text/csv");
        assertTrue(imported.statusCode() < 300, imported.body());
        assertEquals("Épicerie", read("/transactions/3").get("category").asText());
        JsonNode categories = read("/transactions/categories?month=2024-01").get("categories");
        assertEquals(1, categories.size(), categories.toString());
        json(
                SERVER.post(
                        "/transactions/batch",
                        token,
                        "{\"transactions\": ["
                                + "{\"date\": \"2024-01-07\", \"label\": \"a\", \"amount\": \"-1\", \"category\": \"Zoo\"},"
                                + "{\"date\": \"2024-01-07\", \"label\": \"b\", \"amount\": \"-1\", \"category\": \"zoo\"}]}"),
                201);
        assertEquals(2, count("category=Zoo"));
    }

    @Test
    void filtersAndTagsFoldAlike() throws IOException {
        row("Épicerie", "Été");
        for (String query : new String[] {
            "category=epicerie", "category=%C3%89PICERIE", "tag=ete", "tag=%C3%89T%C3%89", "category=epicerie&tag=ETE"
        }) {
            assertEquals(1, count(query), query);
        }
        assertEquals(0, count("category=epiceries"));
        JsonNode dropped = json(
                SERVER.post(
                        "/transactions/changes",
                        token,
                        "{\"filter\": {\"category\": \"EPICERIE\"}, \"set\": {\"remove_tags\": [\"ETE\"]}}"),
                200);
        assertTrue(!dropped.isEmpty());
        assertEquals("[]", read("/transactions/1").get("tags").toString());
        row(null, "x");
        assertEquals(1, count("uncategorised=true"));
        assertEquals(
                400,
                SERVER.get("/transactions?uncategorised=true&category=x", token).statusCode());
    }

    @Test
    void anAddressTakesANameInAnySpelling() throws IOException {
        row("Épicerie", "x");
        row("Épicerie", "y");
        row("Zoo", "z");
        for (String name : new String[] {"%C3%89picerie", "epicerie", "EPICERIE"}) {
            JsonNode category = read("/dashboard/categories/" + name + "?month=2024-01");
            assertEquals("Épicerie", category.get("category").asText());
            assertEquals(2, category.get("transaction_count").asInt(), name);
            assertEquals(2, category.get("transactions").size(), name);
            JsonNode page = read("/dashboard/drill-down/" + name + "?month=2024-01&level=transactions&limit=1");
            assertEquals("Épicerie", page.get("category").asText());
            String cursor = page.at("/pagination/next_cursor").asText();
            JsonNode next =
                    read("/dashboard/drill-down/EPICERIE?month=2024-01&level=transactions&limit=1&cursor=" + cursor);
            assertEquals(1, next.get("data").size(), next.toString());
            assertEquals(
                    1,
                    read("/transactions/subcategories?month=2024-01&category=" + name)
                            .get("subcategories")
                            .size(),
                    name);
        }
        // In a month without rows of it, nobody says how it is spelled.
        assertEquals(
                "epicerie",
                read("/dashboard/categories/epicerie?month=2023-05")
                        .get("category")
                        .asText());
        assertEquals(
                404,
                SERVER.get("/dashboard/categories/epiceries?month=2024-01", token)
                        .statusCode());
    }

    @Test
    void labelsStandAsPeopleOrderThem() throws IOException {
        for (String label : new String[] {"zoo", "Éclair", "apple", "Eclipse", "Zebra", "eau"}) {
            json(
                    SERVER.post(
                            "/transactions",
                            token,
                            "{\"date\": \"2024-01-05\", \"label\": \"" + label + "\", \"amount\": \"-1.00\"}"),
                    201);
        }
        StringBuilder labels = new StringBuilder();
        String next = "";
        do {
            JsonNode page = read("/transactions?order=label&limit=2" + next);
            page.get("transactions")
                    .forEach(one -> labels.append(one.get("label").asText()).append(' '));
            JsonNode cursor = page.at("/pagination/next_cursor");
            next = cursor.isTextual() ? "&cursor=" + cursor.asText() : "";
        } while (!next.isEmpty());
        assertEquals("apple eau Éclair Eclipse Zebra zoo ", labels.toString());
    }

    @Test
    void namesStandAsPeopleOrderThem() throws IOException {
        for (String category : new String[] {"zoo", "Éclair", "apple", "Eclipse", "Zebra", "eau"}) {
            row(category, "t");
        }
        StringBuilder names = new StringBuilder();
        read("/transactions/categories?month=2024-01")
                .get("categories")
                .forEach(one -> names.append(one.get("category").asText()).append(' '));
        assertEquals("apple eau Éclair Eclipse Zebra zoo ", names.toString());
    }

    private long count(String query) throws IOException {
        return read("/transactions?count=true&" + query).at("/pagination/total").asLong();
    }

    private JsonNode row(@Nullable String category, String tag) throws IOException {
        String named = category == null ? "" : ", \"category\": \"" + category + "\"";
        return json(
                SERVER.post(
                        "/transactions",
                        token,
                        "{\"date\": \"2024-01-05\", \"label\": \"Row\", \"amount\": \"-1.00\"" + named
                                + ", \"tags\": [\"" + tag + "\"]}"),
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
