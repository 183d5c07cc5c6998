package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What provisions come to together, what is left in those that have ended, and balances below 0. It is January 2024. */
class EndedProvisionsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LISTS = List.of(
            "/dashboard/summary", "/dashboard/provisions/details", "/provisions/calculate/optimized", "/provisions");

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theSurplusOfOneProvisionFillsNoOther() throws IOException {
        plan("Bike", "1000.00", "250.00", null);
        plan("Boat", "0.00", "500.00", null);
        assertEquals(
                "33.3",
                get("/custom-provisions/summary")
                        .at("/totals/progress_percentage")
                        .asText());
        assertEquals(
                "33.3",
                get("/custom-provisions/summary")
                        .at("/categories/0/progress_percentage")
                        .asText());
        assertEquals(
                "33.3",
                get("/dashboard/savings").at("/totals/progress_percentage").asText());
        assertEquals(
                "33.3",
                get("/dashboard/savings")
                        .at("/categories/0/progress_percentage")
                        .asText());
        assertEquals(
                "33.3",
                get("/summary/enhanced")
                        .at("/savings/totals/progress_percentage")
                        .asText());
        assertEquals(
                "1000.00", get("/dashboard/savings").at("/totals/total_balance").asText());
        assertEquals(
                "250.00",
                get("/dashboard/savings").at("/totals/targeted_balance").asText());
    }

    @Test
    void aProvisionThatEndsWithMoneyInItStaysUntilItIsEmpty() throws IOException {
        plan("Bike", "300.00", "500.00", "2023-12");
        long id = plan("Boat", "40.00", "100.00", null);

        for (String list : LISTS) {
            JsonNode ended = get(list).get("provisions").get(0);
            JsonNode held = get(list).get("provisions").get(1);
            if (held.get("id").asLong() != id) {
                JsonNode first = held;
                held = ended;
                ended = first;
            }
            assertTrue(ended.get("ended").asBoolean(), list + " " + ended);
            assertEquals("false", held.get("ended").asText(), list);
        }
        assertEquals(1, get("/dashboard/summary/slim").get("provisions").size(), "which shows no balances");
        JsonNode savings = get("/dashboard/savings");
        assertEquals("340.00", savings.at("/totals/total_balance").asText());
        assertEquals("40.0", savings.at("/totals/progress_percentage").asText(), "what has ended has no target");
        assertEquals(1, savings.at("/totals/ended").asInt());
        assertEquals(
                "340.00",
                get("/dashboard/provisions/details").at("/totals/total_balance").asText());
        JsonNode summary = get("/custom-provisions/summary");
        assertEquals("340.00", summary.at("/totals/total_balance").asText());
        assertEquals(
                "{\"provisions\":2,\"with_target\":1,\"without_target\":0,\"ended\":1}",
                summary.get("counts").toString());

        String withdrawal = "{\"date\": \"2024-01-05\", \"amount\": \"300.00\"}";
        assertEquals(
                201, SERVER.post("/provisions/1/withdrawals", token, withdrawal).statusCode());
        for (String list : LISTS) {
            assertEquals(1, get(list).get("provisions").size(), list);
        }
        assertEquals(
                "40.00", get("/dashboard/savings").at("/totals/total_balance").asText());
    }

    @Test
    void aBalanceBelowZeroIsAWarning() throws IOException {
        long id = plan("Bike", "-0.01", "500.00", null);
        for (String path : List.of(
                "/dashboard/summary",
                "/dashboard/savings",
                "/dashboard/provisions/details",
                "/custom-provisions/summary",
                "/summary/enhanced",
                "/provisions")) {
            JsonNode warnings = get(path).get("warnings");
            assertEquals(1, warnings.size(), path);
            assertEquals("negative-balance", warnings.at("/0/kind").asText(), path);
            assertEquals(id, warnings.at("/0/provision_id").asLong(), path);
        }
        SERVER.post("/provisions/" + id + "/contributions", token, "{\"date\": \"2024-01-05\", \"amount\": \"0.01\"}");
        assertEquals("[]", get("/dashboard/savings").get("warnings").toString());
        assertEquals(
                "1",
                "" + get("/dashboard/savings?month=2023-12").get("warnings").size(),
                "it was below 0");
    }

    private long plan(String name, String opening, String target, @Nullable String until) throws IOException {
        HttpResponse<String> planned = SERVER.post("/provisions", token, """
                {"name": "%s", "category": "Fun", "base": {"mode": "fixed", "amount": "10.00"}, "from": "2023-11",
                 "opening_balance": "%s", "target": "%s"%s}""".formatted(
                        name, opening, target, until == null ? "" : ", \"until\": \"" + until + "\""));
        assertEquals(201, planned.statusCode(), planned.body());
        return JSON.readTree(planned.body()).get("id").asLong();
    }

    private JsonNode get(String path) throws IOException {
        HttpResponse<String> response = SERVER.get(path.contains("month=") ? path : path + "?month=2024-01", token);
        assertEquals(200, response.statusCode(), response.body());
        return JSON.readTree(response.body());
    }
}
