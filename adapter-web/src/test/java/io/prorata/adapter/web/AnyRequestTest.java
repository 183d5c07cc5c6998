package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.cache.Feature;
import io.prorata.application.cache.Features;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is sent, with a token that holds, is carried out or refused with a problem: there is no request that makes an error of ours. */
class AnyRequestTest {

    private static final int REQUESTS = "all".equals(System.getProperty("prorata.tests")) ? 100_000 : 5_000;

    /** Households grow with what is sent to them; a new one from time to time keeps this quick. */
    private static final int REQUESTS_OF_A_HOUSEHOLD = 250;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WebServer SERVER =
            new WebServer(new ServerSettings(ServerSettings.LOOPBACK, -1), Map.of(PlantedController.PLANTED, "true"));

    @BeforeAll
    static void begin() {
        // Only what is asked for is computed.
        Features features = SERVER.context().getBean(Features.class);
        features.turn(Feature.WARM_CHANGED, false);
        features.turn(Feature.WARM_NEXT, false);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String fault(AnyRequest.Sent request, RawConnection.Answer answer) {
        String fault = fault(answer);
        return fault.isEmpty() ? request.misplaced(answer.body()) : fault;
    }

    /** Returns what is wrong with {@code answer}; empty if nothing is. */
    private static String fault(RawConnection.Answer answer) {
        int status = answer.status();
        if (status >= 500) {
            return "an error of ours: " + answer;
        }
        if (status < 400) {
            return status < 300 || status == 304 ? "" : "neither done nor refused: " + answer;
        }
        if (!"application/problem+json".equals(answer.headers().get("content-type"))) {
            return "refused without a problem: " + answer;
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            boolean whole = problem.path("type").asText().startsWith("/problems/")
                    && problem.path("status").asInt() == status
                    && !problem.path("title").asText().isEmpty()
                    && !problem.path("detail").asText().isEmpty()
                    && problem.path("request_id")
                            .asText()
                            .equals(answer.headers().get("x-request-id"));
            return whole ? "" : "half a problem: " + answer;
        } catch (IOException e) {
            return "a problem that is no JSON: " + answer;
        }
    }

    private static boolean failedByTheBody(RawConnection.Answer answer) {
        return answer.body().contains("\"pointer\":")
                || answer.isProblem("unreadable-bank-file")
                || answer.isProblem("nothing-accepted")
                || answer.isProblem("unknown-member");
    }

    @Test
    void isCarriedOutOrRefusedWithAProblem() throws IOException {
        long seed = Long.getLong("prorata.seed", 20261130);
        var requests = new AnyRequest(JSON.readTree(SERVER.get("/openapi", null).body()), new SplittableRandom(seed));
        Set<String> operations = new TreeSet<>();
        Set<String> faults = new TreeSet<>();
        int succeeded = 0;
        int failedByTheBody = 0;
        String token = "";
        RawConnection connection = new RawConnection(SERVER);
        try {
            for (int number = 0; number < REQUESTS; number++) {
                if (number % REQUESTS_OF_A_HOUSEHOLD == 0) {
                    token = token();
                }
                AnyRequest.Sent request = requests.next(token, WebServer.OPERATOR.text());
                operations.add(request.operation());
                connection.send(request.bytes());
                RawConnection.Answer answer = connection.readFinal();
                String fault = fault(request, answer);
                if (!fault.isEmpty()) {
                    faults.add("seed " + seed + ", request " + number + " " + request + ": " + fault);
                }
                succeeded += answer.status() < 400 ? 1 : 0;
                failedByTheBody += request.bodyChanged() && failedByTheBody(answer) ? 1 : 0;
                if (answer.status() == 401) {
                    // It has just been revoked.
                    token = token();
                }
                if ("close".equals(answer.headers().get("connection"))) {
                    connection.close();
                    connection = new RawConnection(SERVER);
                }
            }
        } finally {
            connection.close();
        }
        assertEquals(Set.of(), faults);
        assertEquals(requests.operations(), operations.size(), "every operation was asked");
        assertTrue(succeeded >= REQUESTS / 5, succeeded + " succeeded");
        assertTrue(failedByTheBody >= REQUESTS / 5, failedByTheBody + " failed by the body");
    }

    @Test
    void whatIsPlantedIsFound() throws IOException {
        String token = token();
        for (String planted : List.of("throws", "silent")) {
            try (var connection = new RawConnection(SERVER)) {
                connection.send("GET /planted/" + planted + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n");
                assertTrue(!fault(connection.readFinal()).isEmpty(), planted);
            }
        }
    }

    @Test
    void aSumThatDoesNotFitIsAProblemOfItsOwn() throws IOException {
        try (var connection = new RawConnection(SERVER)) {
            connection.send("GET /planted/overflow HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                    + "\r\n\r\n");
            RawConnection.Answer answer = connection.readFinal();
            assertEquals(422, answer.status(), answer.body());
            assertTrue(answer.isProblem("sum-too-large"), answer.body());
        }
    }

    private static String token() {
        HouseholdId household = SERVER.found();
        // The first is there to be revoked.
        SERVER.token(household, Tokens.TokenScope.READ);
        String token = SERVER.token(household, Tokens.TokenScope.ADMIN);
        SERVER.post("/configs", token, ApiRoutes.CONFIG);
        SERVER.post("/fixed-expenses", token, ApiRoutes.BILL);
        SERVER.post("/provisions", token, ApiRoutes.PROVISION);
        for (int line = 0; line < 5; line++) {
            SERVER.post("/transactions", token, ApiRoutes.LINE);
        }
        return token;
    }
}
