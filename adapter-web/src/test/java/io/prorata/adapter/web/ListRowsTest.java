package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.prorata.application.export.CsvText;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every list gives its rows alone, too: as CSV and as a JSON document to a line, the same rows as in JSON. */
class ListRowsTest {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, Tokens.TokenScope.ADMIN);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /**
     * The lists of the API, by the description: an answer with one list of objects, unless it is a single thing, a view of the dashboard, or
     * the operator's. Each with the name of that list.
     */
    private static Map<String, String> lists() throws IOException {
        JsonNode described = JSON.readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
        Set<String> views = ApiRoutes.views().map(ApiRoutes.ViewRoute::template).collect(Collectors.toSet());
        Map<String, String> lists = new TreeMap<>();
        described.path("paths").properties().forEach(path -> {
            JsonNode schema =
                    resolved(described, path.getValue().at("/get/responses/200/content/application~1json/schema"));
            List<String> fields = schema.path("properties").properties().stream()
                    .filter(field -> !field.getKey().equals("warnings"))
                    .filter(field ->
                            resolved(described, field.getValue().path("items")).has("properties"))
                    .map(Map.Entry::getKey)
                    .toList();
            boolean plain = !views.contains(path.getKey())
                    && !path.getKey().endsWith("}")
                    && !path.getKey().matches("/operator/.*|(/dashboard)?/cache/.*|.*/metrics")
                    // What a change was before and after has another form for each kind of thing: no table has columns
                    // for it.
                    && !path.getKey().equals("/history")
                    // Published data with brackets inside, nothing of a household.
                    && !path.getKey().equals("/tax/scales");
            if (plain && fields.size() == 1) {
                lists.put(path.getKey(), fields.getFirst());
            }
        });
        return lists;
    }

    private static JsonNode resolved(JsonNode described, JsonNode schema) {
        return schema.has("$ref") ? described.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    /** Makes one of each thing, whose names would be formulas. Returns the revision before that. */
    private String makeThings() {
        String before = header(SERVER.get("/household", token), "X-Revision");
        ApiRoutes.all()
                .filter(route -> route.method().equals("POST") && !route.operator())
                .filter(route ->
                        !route.template().matches("/(confirmations|transfers/.*|imports/\\{id}/bills|dashboard/.*)"))
                .forEach(route -> {
                    String body = route.body() == null ? "" : route.body().replace("Lilas", "=Lilas");
                    HttpResponse<String> made = route.template().equals("/imports")
                            ? SERVER.send(
                                    "POST",
                                    "/imports?account=Joint",
                                    token,
                                    HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8),
                                    "Content-Type",
                                    CSV)
                            : SERVER.post(route.path(), token, body);
                    assertEquals(2, made.statusCode() / 100, route + ": " + made.body());
                });
        SERVER.json("PUT", "/category-mappings", token, ApiRoutes.RULES.replace("Lilas", "=Lilas"), "If-Match", "*");
        return before;
    }

    @Test
    void everyListGivesTheRowsThatItHasInJson() throws IOException {
        JsonNode described = JSON.readTree(Files.readString(Path.of("..", "docs", "openapi.json")));
        String before = makeThings();
        Map<String, String> lists = lists();
        assertTrue(lists.size() >= 19, lists.toString());
        for (var list : lists.entrySet()) {
            String path =
                    list.getKey().replace("{id}", "1") + (list.getKey().equals("/changes") ? "?since=" + before : "");
            JsonNode content = described.path("paths").path(list.getKey()).at("/get/responses/200/content");
            assertTrue(content.has(CSV) && content.has(NDJSON), list + " is described in JSON alone");
            HttpResponse<String> json = SERVER.get(path + (path.contains("?") ? "&" : "?") + "limit=500", token);
            HttpResponse<String> document = json.statusCode() == 200 ? json : SERVER.get(path, token);
            JsonNode whole = JSON.readTree(document.body());
            List<JsonNode> rows = StreamSupport.stream(
                            whole.path(list.getValue()).spliterator(), false)
                    .toList();
            assertFalse(rows.isEmpty(), list + " has nothing to show: " + document.body());

            HttpResponse<String> lines = SERVER.get(path, token, "Accept", NDJSON);
            assertEquals(200, lines.statusCode(), list + ": " + lines.body());
            assertEquals(NDJSON, header(lines, "Content-Type"));
            List<JsonNode> read = new ArrayList<>();
            for (String line : lines.body().lines().toList()) {
                read.add(JSON.readTree(line));
            }
            assertEquals(rows, read, list.toString());

            HttpResponse<String> csv = SERVER.get(path, token, "Accept", CSV);
            assertEquals(200, csv.statusCode(), list + ": " + csv.body());
            assertEquals(
                    "text/csv;charset=utf-8;header=present",
                    header(csv, "Content-Type").replace(" ", ""));
            assertTable(list.getKey(), rows, whole.path("currency").asText(), csv.body());
        }
    }

    private static void assertTable(String list, List<JsonNode> rows, String currency, String csv) throws IOException {
        List<NamedCsvRecord> table;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            table = reader.stream().toList();
        }
        assertEquals(rows.size(), table.size(), list + ": " + csv);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> cells = new TreeMap<>();
            table.get(i).getFieldsAsMap().forEach((name, cell) -> {
                assertFalse(
                        cell.matches("(?s)[=+@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*|-(?![0-9.]+$).*"),
                        list + " has a formula: " + cell);
                if (!cell.isEmpty()) {
                    cells.put(name, CsvText.read(cell));
                }
            });
            if (list.equals("/transactions")) {
                // It has columns of its own, by which an import knows them again.
                assertEquals(rows.get(i).path("label").asText(), cells.get("label"));
                continue;
            }
            Map<String, String> expected = new TreeMap<>();
            flatten("", rows.get(i), expected);
            if (!currency.isEmpty()) {
                expected.putIfAbsent("currency", currency);
            }
            assertEquals(expected, cells, list + ": " + csv);
        }
    }

    private static void flatten(String path, JsonNode value, Map<String, String> cells) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), cells));
        } else if (value.isArray()) {
            boolean deep = StreamSupport.stream(value.spliterator(), false).anyMatch(JsonNode::isContainerNode);
            String cell = deep
                    ? value.toString()
                    : StreamSupport.stream(value.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(" | "));
            if (!value.isEmpty()) {
                cells.put(path, cell);
            }
        } else if (!value.isNull() && !value.asText().isEmpty()) {
            cells.put(path, value.asText());
        }
    }

    @Test
    void noFileEndsWhereAPageDoes() {
        for (int i = 0; i < 60; i++) {
            SERVER.post("/settlements", token, ApiRoutes.SETTLEMENT);
        }
        HttpResponse<String> all = SERVER.get("/settlements", token, "Accept", NDJSON);
        assertEquals(60, all.body().lines().count());
        assertFalse(header(all, "Link").contains("rel=\"next\""), header(all, "Link"));
        HttpResponse<String> page = SERVER.get("/settlements?limit=5", token, "Accept", CSV);
        assertEquals(6, page.body().lines().count());
        assertTrue(header(page, "Link").contains("offset=5>; rel=\"next\""), header(page, "Link"));
        String first = header(SERVER.get("/household", token), "X-Revision").replaceAll("\\..*", ".2");
        assertTrue(SERVER.get("/changes?since=" + first, token, "Accept", CSV)
                        .body()
                        .lines()
                        .count()
                > 60);
    }

    @Test
    void aListWithoutRowsHasItsColumns() {
        assertEquals(
                "id,name,names,kind,owner,balance,bank_balance,currency\r\n",
                SERVER.get("/accounts", token, "Accept", CSV).body());
        assertEquals("", SERVER.get("/accounts", token, "Accept", NDJSON).body());
    }

    @Test
    void aFormHasATagOfItsOwn() {
        SERVER.post("/accounts", token, ApiRoutes.ACCOUNT);
        String json = header(SERVER.get("/accounts", token), "ETag");
        String csv = header(SERVER.get("/accounts", token, "Accept", CSV), "ETag");
        assertNotEquals(json, csv);
        assertEquals(304, SERVER.get("/accounts", token, "If-None-Match", json).statusCode());
        HttpResponse<String> unchanged =
                SERVER.get("/accounts", token, "Accept", CSV, "If-None-Match", json + ", " + csv);
        assertEquals(304, unchanged.statusCode());
        assertEquals(csv, header(unchanged, "ETag"));
        for (String other : List.of(json, csv.replace("-csv", "-ndjson"))) {
            assertEquals(
                    200,
                    SERVER.get("/accounts", token, "Accept", CSV, "If-None-Match", other)
                            .statusCode(),
                    other);
        }
        assertEquals(200, SERVER.get("/accounts", token, "If-None-Match", csv).statusCode());
        HttpResponse<String> head =
                SERVER.send("HEAD", "/accounts", token, HttpRequest.BodyPublishers.noBody(), "Accept", CSV);
        assertEquals(
                SERVER.get("/accounts", token, "Accept", CSV).body().getBytes(StandardCharsets.UTF_8).length + "",
                header(head, "Content-Length"));
    }

    @Test
    void jsonIsGivenToWhoeverPrefersIt() {
        for (String accept : List.of("*/*", "application/json, text/csv;q=0.5", "text/csv;q=0.1, application/*")) {
            assertEquals(
                    "application/json",
                    header(SERVER.get("/accounts", token, "Accept", accept), "Content-Type"),
                    accept);
        }
        for (String accept :
                List.of("text/csv, */*", "application/json;q=0.2, text/csv", "text/*, application/json;q=0.9")) {
            assertTrue(
                    header(SERVER.get("/accounts", token, "Accept", accept), "Content-Type")
                            .startsWith(CSV),
                    accept);
        }
        HttpResponse<String> missing = SERVER.get("/budgets/7/timeline", token, "Accept", CSV);
        assertEquals(404, missing.statusCode());
        assertEquals("application/problem+json", header(missing, "Content-Type"));
        assertEquals(406, SERVER.get("/accounts", token, "Accept", "text/html").statusCode());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
