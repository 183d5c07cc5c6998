package io.prorata.adapter.web;

import static io.prorata.adapter.web.PlanOverTimeTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A POST that is sent again under its key has one effect and one answer. */
class RepeatedRequestsTest {

    private static final WebServer SERVER = new WebServer();
    private static final String LINE = "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-42.10\"}";
    private static final String KEY = "Idempotency-Key";

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, Tokens.TokenScope.ADMIN);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theFirstAnswerIsGivenAgain() {
        HttpResponse<String> first = SERVER.post("/transactions", token, LINE, KEY, "k1");
        HttpResponse<String> again = SERVER.post("/transactions", token, LINE, KEY, "k1");

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(201, again.statusCode(), again.body());
        assertEquals(first.body(), again.body());
        for (String name : List.of("Location", "ETag", "X-Revision", "Content-Type")) {
            assertEquals(first.headers().firstValue(name), again.headers().firstValue(name), name);
        }
        assertTrue(first.headers().firstValue("Idempotency-Replayed").isEmpty());
        assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElse(""));
        assertEquals(1, rows());
    }

    @Test
    void withoutAKeyEachIsCarriedOut() {
        SERVER.post("/transactions", token, LINE);
        SERVER.post("/transactions", token, LINE);
        assertEquals(2, rows());
    }

    @Test
    void aKeyBelongsToWhatItWasSentWith() {
        SERVER.post("/transactions", token, LINE, KEY, "k1");
        assertProblem(
                422, "key-used-otherwise", SERVER.post("/transactions", token, LINE.replace("42", "43"), KEY, "k1"));
        assertProblem(422, "key-used-otherwise", SERVER.post("/provisions", token, ApiRoutes.PROVISION, KEY, "k1"));
        String another = SERVER.token(household, Tokens.TokenScope.WRITE);
        assertEquals(201, SERVER.post("/transactions", another, LINE, KEY, "k1").statusCode());
        assertEquals(2, rows());
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        assertEquals(
                422,
                SERVER.post("/transactions", token, LINE.replace("42.10", "42.105"), KEY, "k1")
                        .statusCode());
        assertEquals(201, SERVER.post("/transactions", token, LINE, KEY, "k1").statusCode());
        assertEquals(1, rows());
    }

    @Test
    void aTokensSecretIsNotGivenAgain() {
        String phone = "{\"name\": \"phone\", \"scope\": \"read\"}";
        assertEquals(201, SERVER.post("/tokens", token, phone, KEY, "k1").statusCode());
        assertProblem(409, "answer-not-kept", SERVER.post("/tokens", token, phone, KEY, "k1"));
        assertEquals(2, SERVER.get("/tokens", token).body().split("\"id\"").length - 1);
    }

    @Test
    void fiftyAtOnceHaveOneEffect() throws Exception {
        List<HttpResponse<String>> answers =
                PlanOverTimeTest.atOnce(50, i -> SERVER.post("/transactions", token, LINE, KEY, "k1"));

        assertEquals(1, rows());
        List<String> bodies = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(HttpResponse::body)
                .distinct()
                .toList();
        assertEquals(1, bodies.size(), "one answer, however often");
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> assertProblem(409, "still-running", answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", ""})
    void aKeyIsPlainText(String key) {
        HttpResponse<String> response = SERVER.post("/transactions", token, LINE, KEY, key);
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"header\":\"Idempotency-Key\""), response.body());
        assertEquals(0, rows());
    }

    private int rows() {
        return Integer.parseInt(
                SERVER.get("/transactions?month=2024-01", token).body().replaceAll("(?s).*\"total\":([0-9]+).*", "$1"));
    }
}
