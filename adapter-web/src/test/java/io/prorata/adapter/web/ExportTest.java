package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.HouseholdExportsContract;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A household given away: as a whole, and as rows that are known again. */
class ExportTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, Tokens.TokenScope.ADMIN);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private void spend(String label, String amount) {
        HttpResponse<String> made = SERVER.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-05\", \"label\": " + JSON.valueToTree(label) + ", \"amount\": \"" + amount
                        + "\", \"category\": \"@Food\", \"tags\": [\"=x\", \"y\"]}");
        assertEquals(201, made.statusCode(), made.body());
    }

    private static HttpResponse<byte[]> bytes(String path, String token, String... headers)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(SERVER.uri() + path))
                            .header("Authorization", "Bearer " + token)
                            .headers(headers)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void theHouseholdIsGivenAsADocumentAndAsAnArchive() throws IOException, InterruptedException {
        spend("Market", "-1.00");
        HttpResponse<byte[]> document = bytes("/export", token, "Accept", "*/*");
        HttpResponse<byte[]> archive = bytes("/export", token, "Accept", "application/zip");

        assertEquals(200, document.statusCode());
        assertEquals("application/json", header(document, "Content-Type"));
        assertEquals("attachment; filename=\"household.json\"", header(document, "Content-Disposition"));
        assertEquals(Integer.toString(document.body().length), header(document, "Content-Length"));
        assertTrue(header(document, "X-Revision").endsWith(".3"), header(document, "X-Revision"));
        assertEquals(
                "prorata household",
                JSON.readTree(document.body()).path("format").asText());
        assertEquals("application/zip", header(archive, "Content-Type"));
        Map<String, byte[]> files = HouseholdExportsContract.unpacked(archive.body());
        assertArrayEquals(document.body(), files.get("household.json"));
        assertTrue(files.containsKey("transactions.csv"), files.keySet().toString());
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws IOException, InterruptedException {
        HttpResponse<byte[]> first = bytes("/export", token, "Accept", "application/json");
        String tag = header(first, "ETag");
        assertEquals(304, bytes("/export", token, "If-None-Match", tag).statusCode());
        assertEquals(
                200,
                bytes("/export", token, "If-None-Match", tag, "Accept", "application/zip")
                        .statusCode(),
                "the archive is another answer");

        spend("Market", "-1.00");

        assertEquals(200, bytes("/export", token, "If-None-Match", tag).statusCode());
    }

    @Test
    void itTakesAnAdminsTokenAndATypeThatThereIs() throws IOException, InterruptedException {
        for (var scope : List.of(Tokens.TokenScope.READ, Tokens.TokenScope.WRITE)) {
            assertEquals(
                    403, SERVER.get("/export", SERVER.token(household, scope)).statusCode());
        }
        HttpResponse<String> refused = SERVER.get("/export", token, "Accept", "text/html");
        assertEquals(406, refused.statusCode());
        assertTrue(refused.body().contains("/problems/not-acceptable"), refused.body());
        assertEquals(
                406, SERVER.get("/transactions", token, "Accept", "text/html").statusCode());
    }

    @Test
    void itIsCompressedForWhoeverTakesThat() throws IOException, InterruptedException {
        for (int i = 0; i < 40; i++) {
            spend("Market " + i, "-1.00");
        }
        for (String path : List.of("/export", "/transactions")) {
            String type = path.equals("/export") ? "application/json" : "text/csv";
            HttpResponse<byte[]> plain = bytes(path, token, "Accept", type);
            HttpResponse<byte[]> compressed = bytes(path, token, "Accept", type, "Accept-Encoding", "gzip");

            assertEquals("gzip", header(compressed, "Content-Encoding"));
            assertTrue(header(compressed, "ETag").endsWith("-gzip\""), header(compressed, "ETag"));
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
                assertArrayEquals(plain.body(), unpacked.readAllBytes());
            }
            HttpResponse<String> head =
                    SERVER.send("HEAD", path, token, HttpRequest.BodyPublishers.noBody(), "Accept", type);
            assertEquals(200, head.statusCode());
            assertEquals(Integer.toString(plain.body().length), header(head, "Content-Length"));
        }
    }

    @Test
    void allRowsThatMatchAreGivenUnlessAPageIsMeant() throws IOException {
        for (int i = 0; i < 60; i++) {
            spend("Market " + i, "-1.00");
        }
        String list = "/transactions?month=2024-01&order=date&limit=500";
        JsonNode rows = JSON.readTree(SERVER.get(list, token).body()).path("transactions");
        assertEquals(60, rows.size());

        List<String> lines = SERVER.get(
                        "/transactions?month=2024-01&order=date", token, "Accept", "application/x-ndjson")
                .body()
                .lines()
                .toList();
        assertEquals(60, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(rows.get(i), JSON.readTree(lines.get(i)));
        }
        HttpResponse<String> csv = SERVER.get("/transactions?month=2024-01", token, "Accept", "text/csv");
        assertEquals(61, csv.body().lines().count());
        assertEquals(
                "text/csv;charset=utf-8;header=present",
                header(csv, "Content-Type").replace(" ", ""));
        assertEquals(
                6,
                SERVER.get("/transactions?limit=5", token, "Accept", "text/csv")
                        .body()
                        .lines()
                        .count());
        assertEquals(
                1,
                SERVER.get("/transactions?month=2020-01", token, "Accept", "text/csv")
                        .body()
                        .lines()
                        .count());
        assertEquals(
                304,
                SERVER.get(
                                "/transactions?month=2024-01",
                                token,
                                "Accept",
                                "text/csv",
                                "If-None-Match",
                                header(csv, "ETag"))
                        .statusCode());
    }

    @Test
    void rowsHaveNoPlaceForASum() {
        for (String part : List.of("sum", "count")) {
            HttpResponse<String> refused = SERVER.get("/transactions?" + part + "=true", token, "Accept", "text/csv");
            assertEquals(422, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("\"" + part + "\""), refused.body());
        }
        assertEquals(
                404,
                SERVER.get("/transactions?account_id=7", token, "Accept", "text/csv")
                        .statusCode(),
                "an account that is not there");
    }

    /** What a spreadsheet would run is a text, and the same text when it comes back. */
    @Test
    void noTextIsAFormula() {
        for (String label : List.of("=1+1", "+1", "-1", "@SUM(A1)", "'quoted", "\"a\", b", "plain")) {
            spend(label, "-1.00");
        }
        String csv = SERVER.get("/transactions", token, "Accept", "text/csv").body();
        for (String cell : List.of(
                ",'=1+1,",
                ",'+1,",
                ",'-1,",
                ",'@SUM(A1),",
                ",''quoted,",
                ",\"\"\"a\"\", b\",",
                ",plain,",
                ",'@Food,")) {
            assertTrue(csv.contains(cell), cell + " in " + csv);
        }
        assertTrue(csv.contains(",-1.00,EUR,"), "an amount is no text");
        assertTrue(csv.contains(",'=x | y,"), csv);

        String elsewhere = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);
        imported(csv, elsewhere, 7);

        String there =
                SERVER.get("/transactions", elsewhere, "Accept", "text/csv").body();
        assertEquals(labels(csv), labels(there));
        imported(csv, elsewhere, 0);
        imported(there, token, 0);
    }

    private static List<String> labels(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> line.substring(line.indexOf(",2024"), line.indexOf(",EUR")))
                .sorted()
                .toList();
    }

    private static void imported(String csv, String token, int added) {
        HttpResponse<String> kept = SERVER.send(
                "POST",
                "/imports",
                token,
                HttpRequest.BodyPublishers.ofString(csv, StandardCharsets.UTF_8),
                "Content-Type",
                "text/csv");
        assertEquals(201, kept.statusCode(), kept.body());
        assertTrue(kept.body().contains("\"added\":" + added + ","), kept.body());
        assertTrue(kept.body().contains("\"refused\":[]"), kept.body());
    }

    /** Whatever was edited since: dates into other years, labels, amounts, accounts. */
    @Test
    void ourOwnRowsImportedAgainBringNothingNew() throws IOException {
        for (long seed = 0; seed < 15; seed++) {
            var random = new SplittableRandom(seed);
            AnyHousehold any = AnyHousehold.of(seed, SERVER);
            String admin = SERVER.token(any.id(), Tokens.TokenScope.ADMIN);
            for (int edit = 0; edit < 4; edit++) {
                long id = any.rows().get(random.nextInt(any.rows().size())).id();
                String path = "/transactions/" + id;
                String etag = header(SERVER.get(path, admin), "ETag");
                String body = switch (edit) {
                    case 0 -> "{\"date\": \"2022-03-01\"}";
                    case 1 -> "{\"label\": \"=edited " + edit + "\"}";
                    case 2 -> "{\"amount\": \"-77\"}";
                    default -> "{\"account\": \"Other\", \"tags\": [\"x\"]}";
                };
                HttpResponse<String> changed = SERVER.json("PATCH", path, admin, body, "If-Match", etag);
                assertEquals(200, changed.statusCode(), changed.body());
            }
            String csv =
                    SERVER.get("/transactions", admin, "Accept", "text/csv").body();
            assertEquals(
                    JSON.readTree(SERVER.get("/transactions?count=true", admin).body())
                            .at("/pagination/total")
                            .asLong(),
                    csv.split("\r\n", -1).length - 2L,
                    "seed " + seed);

            imported(csv, admin, 0);

            assertFalse(csv.isEmpty());
        }
    }
}
