package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The effect of a change of the plan is the one that the change has, and refused where the change is. It is 15 January 2024. */
class PlanEffectTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theChangeHasTheEffectThatWasShown() throws IOException {
        config();
        JsonNode effect = JSON.readTree(effect("{\"from\": \"2024-02\", \"fixed_expense\": {\"amount\": \"100.00\"}}")
                .body());
        assertEquals("0.00", effect.get("total_before").asText());
        assertEquals("100.00", effect.get("total_after").asText());
        SERVER.post(
                "/fixed-expenses",
                token,
                "{\"label\": \"Rent\", \"category\": \"Rent\", \"amount\": \"100.00\", \"frequency\": \"monthly\", \"from\": \"2024-02\"}");
        JsonNode month = JSON.readTree(
                SERVER.get("/dashboard/summary?month=2024-02", token).body());
        assertEquals(effect.get("after"), month.at("/summary/member_totals"));
    }

    /** A bill with a due month is saved up for until then, and a provision that stops at its target never asks for more. */
    @Test
    void dueMonthsAndStopsAreInTheEffect() throws IOException {
        config();
        JsonNode bill = JSON.readTree(
                effect("{\"from\": \"2024-02\", \"fixed_expense\": {\"amount\": \"120.00\", \"frequency\": \"annual\","
                                + " \"due_month\": \"2024-03\"}}")
                        .body());
        assertEquals("60.00", bill.path("total_after").asText(), bill.toString());
        JsonNode provision = JSON.readTree(
                effect("{\"from\": \"2024-02\", \"provision\": {\"base\": {\"mode\": \"fixed\", \"amount\": \"50.00\"},"
                                + " \"target\": \"30.00\", \"stop_at_target\": true, \"accrues\": true}}")
                        .body());
        assertEquals("30.00", provision.path("total_after").asText(), provision.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"provision": {"base": {"mode": "to_target", "by": "2024-12"}}}                      | /provision/target
            {"provision": {"base": {"mode": "to_target", "by": "2024-01"}, "target": "9.00"}}    | /provision/base/by
            {"provision": {"base": {"mode": "fixed", "amount": "1.00"}, "split": {"mode": "member", "member": "zoe"}}} \
            | /provision/split/member
            {"fixed_expense": {"amount": "1.00", "split": {"mode": "weights", "weights": {"zoe": 1}}}} \
            | /fixed_expense/split/weights/zoe
            """)
    void whatMakingItRefusesIsRefused(String body, String pointer) throws IOException {
        config();
        HttpResponse<String> refused = effect("{\"from\": \"2024-02\", " + body.substring(1));
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("\"" + pointer + "\""), refused.body());
    }

    private HttpResponse<String> effect(String body) {
        return SERVER.post("/plan-effects", token, body);
    }

    private void config() {
        SERVER.post("/configs", token, """
            {"from": "2020-01", "members": [{"member": "member1", "net": "2000.00"}, {"member": "member2", "net": "1000.00"}]}\
            """);
    }
}
