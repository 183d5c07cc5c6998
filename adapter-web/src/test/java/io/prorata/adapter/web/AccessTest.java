package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who may do what: tokens of each scope, of other households, revoked, malformed; and the operator. */
class AccessTest {

    private static final WebServer SERVER = new WebServer();
    private static final String SLIM = "/dashboard/summary/slim?month=2024-01";
    private static final String LINE = "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-42.10\"}";

    private final HouseholdId household = SERVER.found();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void nobodyReadsWithoutAToken() {
        HttpResponse<String> response = SERVER.get(SLIM, null);
        assertEquals(401, response.statusCode());
        assertEquals(
                "Bearer realm=\"prorata\"",
                response.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void aTokenThatIsNotExactlyItIsRefused() {
        String token = SERVER.token(household, Tokens.TokenScope.READ);
        assertEquals(200, SERVER.get(SLIM, token).statusCode());
        char other = token.endsWith("A") ? 'B' : 'A';
        assertEquals(
                401,
                SERVER.get(SLIM, token.substring(0, token.length() - 1) + other).statusCode());
        assertEquals(401, SERVER.get(SLIM, token + "A").statusCode());
        assertEquals(
                401,
                SERVER.get(SLIM, "prorata_999_1_" + token.substring(token.length() - 43))
                        .statusCode());
        assertEquals(401, SERVER.get(SLIM, "x").statusCode());
    }

    @Test
    void aReaderDoesNotWriteAndAWriterIssuesNoTokens() {
        String reader = SERVER.token(household, Tokens.TokenScope.READ);
        String writer = SERVER.token(household, Tokens.TokenScope.WRITE);
        assertEquals(403, SERVER.post("/transactions", reader, LINE).statusCode());
        assertEquals(201, SERVER.post("/transactions", writer, LINE).statusCode());
        assertEquals(403, SERVER.get("/tokens", writer).statusCode());
    }

    @Test
    void aTokenIsShownOnceAndRevokedAtOnce() {
        String admin = SERVER.token(household, Tokens.TokenScope.ADMIN);
        HttpResponse<String> issued = SERVER.post("/tokens", admin, "{\"name\": \"phone\", \"scope\": \"read\"}");
        assertEquals(201, issued.statusCode(), issued.body());
        String secret = issued.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        String location = issued.headers().firstValue("Location").orElseThrow();
        assertEquals(200, SERVER.get(SLIM, secret).statusCode());

        assertFalse(SERVER.get("/tokens", admin).body().contains(secret));

        HttpResponse<String> shown = SERVER.get(location, admin);
        assertEquals(200, shown.statusCode(), shown.body());
        assertTrue(shown.body().contains("\"name\":\"phone\""), shown.body());
        assertFalse(shown.body().contains(secret));

        assertEquals(
                412,
                SERVER.json("DELETE", location, admin, "", "If-Match", "\"another\"")
                        .statusCode());
        assertEquals(200, SERVER.get(SLIM, secret).statusCode());
        String tag = SERVER.get(location, admin).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> revoked = SERVER.json("DELETE", location, admin, "", "If-Match", tag);
        assertEquals(204, revoked.statusCode());
        assertEquals(401, SERVER.get(SLIM, secret).statusCode());
        HttpResponse<String> again = SERVER.json("DELETE", location, admin, "");
        assertEquals(204, again.statusCode());
        assertEquals(
                revoked.headers().firstValue("X-Revision"),
                again.headers().firstValue("X-Revision"),
                "nothing changed");
    }

    @Test
    void householdsDoNotSeeEachOther() {
        String ours = SERVER.token(household, Tokens.TokenScope.ADMIN);
        String theirs = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
        SERVER.post("/transactions", ours, LINE);
        assertTrue(SERVER.get(SLIM, ours).body().contains("\"transactions\":1"));
        assertTrue(SERVER.get(SLIM, theirs).body().contains("\"transactions\":0"));
        HttpResponse<String> foreign = SERVER.json("DELETE", "/tokens/77", theirs, "");
        assertEquals(404, foreign.statusCode());
    }

    @Test
    void aHouseholdIsFoundedWithANameAndWithEachMemberOnce() {
        String operator = WebServer.OPERATOR.text();
        String before = SERVER.get("/operator/households", operator).body();
        HttpResponse<String> nameless = SERVER.post("/operator/households", operator, "{}");
        assertEquals(400, nameless.statusCode());
        assertTrue(nameless.body().contains("\"pointer\":\"/name\""), nameless.body());
        HttpResponse<String> doubled = SERVER.post(
                "/operator/households",
                operator,
                "{\"name\":\"x\",\"members\":[{\"key\":\"a\",\"name\":\"A\"},{\"key\":\"a\",\"name\":\"B\"}]}");
        assertEquals(422, doubled.statusCode());
        assertTrue(doubled.body().contains("\"pointer\":\"/members\""), doubled.body());
        assertEquals(before, SERVER.get("/operator/households", operator).body());
    }

    @Test
    void theOperatorActsForTheHouseholdTheyName() {
        String operator = WebServer.OPERATOR.text();
        HttpResponse<String> founded = SERVER.post(
                "/operator/households",
                operator,
                "{\"name\": \"New home\", \"currency\": \"CHF\", \"time_zone\": \"Europe/Zurich\"}");
        assertEquals(201, founded.statusCode(), founded.body());
        String id = founded.body().replaceAll(".*\"id\":([0-9]+).*", "$1");
        assertTrue(SERVER.get("/operator/households", operator).body().contains("New home"));
        assertTrue(SERVER.get("/household", operator, "Prorata-Household", id)
                .body()
                .contains("CHF"));
        assertEquals(400, SERVER.get("/household", operator).statusCode(), "which household?");
        assertEquals(
                404,
                SERVER.get("/household", operator, "Prorata-Household", "4711").statusCode());
        assertEquals(
                403,
                SERVER.get("/operator/households", SERVER.token(household, Tokens.TokenScope.ADMIN))
                        .statusCode());
    }
}
