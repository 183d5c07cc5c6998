package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Estimates by published scales, over HTTP. */
class TaxEstimatesTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path VECTORS = Path.of("..", "domain", "src", "test", "resources", "vectors", "tax-fr.json");

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theVectorsAreAnswered() throws IOException {
        JsonNode cases = JSON.readTree(Files.readString(VECTORS)).path("cases");
        for (int i = 0; i < cases.size(); i += 8) {
            JsonNode example = cases.get(i);
            String income = BigDecimal.valueOf(example.path("taxable_cents").asLong(), 2)
                    .toPlainString();
            String incomes = "\"" + income + "\"" + (example.path("adults").asInt() == 1 ? "" : ", \"0\"");
            JsonNode answer = JSON.readTree(SERVER.post(
                            "/tax/estimates",
                            token,
                            "{\"scale\": \"fr-" + example.path("incomes_of").asInt() + "\", \"taxable_incomes\": ["
                                    + incomes + "], \"parts\": \""
                                    + BigDecimal.valueOf(
                                            example.path("half_parts").asLong() * 5, 1) + "\"}")
                    .body());
            assertEquals(
                    example.path("tax").asLong() + ".00", answer.path("tax").asText(), example + " " + answer);
        }
    }

    @Test
    void householdAndIndividualRatesAreShownWithTheScale() throws IOException {
        JsonNode answer = JSON.readTree(SERVER.post(
                        "/tax/estimates",
                        token,
                        "{\"scale\": \"fr-2025\", \"taxable_incomes\": [\"30000.00\", \"60000.00\"]}")
                .body());
        assertEquals("90000.00", answer.path("taxable_income").asText(), answer.toString());
        // Each of two parts has 45 000: 17 979 at 11 % and 15 421 at 30 %, twice.
        assertEquals("13208.00", answer.path("tax").asText());
        assertEquals("14.6756", answer.path("household_percentage").asText());
        // Alone, 30 000 pay 2 103.99 less nothing, rounded to 2 104; the other the rest.
        assertEquals(
                "[\"7.0133\",\"18.5067\"]",
                answer.path("individual_percentages").toString());
        assertTrue(answer.path("individual_approximate").asBoolean());
        assertEquals("fr-2025", answer.at("/scale/name").asText());
        assertEquals("2026-11-30", answer.at("/scale/checked").asText());
        assertEquals(4, answer.at("/scale/not_covered").size());
    }

    @Test
    void scalesAreListedWithTheirSources() throws IOException {
        JsonNode scales = JSON.readTree(SERVER.get("/tax/scales", token).body()).path("scales");
        assertEquals(List.of("fr-2023", "fr-2024", "fr-2025"), scales.findValuesAsText("name"));
        assertTrue(scales.get(2).path("source").asText().contains("2026"));
        assertEquals("11600.00", scales.get(2).at("/brackets/0/above").asText());
    }

    @Test
    void badInputIsRefusedWithItsPlace() throws IOException {
        for (List<String> bad : List.of(
                List.of("\"fr-1900\"", "[\"1\"]", "\"1\"", "/scale"),
                List.of("\"fr-2025\"", "[]", "\"1\"", "/taxable_incomes"),
                List.of("\"fr-2025\"", "[\"1\", \"1\", \"1\"]", "\"3\"", "/taxable_incomes"),
                List.of("\"fr-2025\"", "[\"-1\"]", "\"1\"", "/taxable_incomes/0"),
                List.of("\"fr-2025\"", "[\"1\", \"10000000000000\"]", "\"2\"", "/taxable_incomes/1"),
                List.of("\"fr-2025\"", "[\"1\", \"1\"]", "\"1.5\"", "/parts"),
                List.of("\"fr-2025\"", "[\"1\"]", "\"1.25\"", "/parts"),
                List.of("\"fr-2025\"", "[\"1\"]", "\"99999999999999999999\"", "/parts"))) {
            HttpResponse<String> refused = SERVER.post(
                    "/tax/estimates",
                    token,
                    "{\"scale\": " + bad.get(0) + ", \"taxable_incomes\": " + bad.get(1) + ", \"parts\": " + bad.get(2)
                            + "}");
            assertEquals(422, refused.statusCode(), bad + refused.body());
            assertEquals(
                    bad.get(3),
                    JSON.readTree(refused.body()).at("/errors/0/pointer").asText(),
                    refused.body());
        }
    }
}
