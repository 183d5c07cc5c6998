package io.prorata.adapter.web;

import static io.prorata.adapter.web.PlanOverTimeTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Everything that a client can make large or many has a bound, and whoever is past it is told so. */
class LimitsTest {

    private static final WebServer SERVER = new WebServer(new ServerSettings(ServerSettings.LOOPBACK, -1, 5));

    private final HouseholdId household = SERVER.found();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aTokenHasSoManyRequestsAMinute() {
        String token = SERVER.token(household, Tokens.TokenScope.READ);
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = SERVER.get("/household", token);
            assertEquals(200, answer.statusCode());
            assertEquals("\"token\";r=" + left + ";t=60", header(answer, "RateLimit"));
            assertEquals("\"token\";q=5;w=60", header(answer, "RateLimit-Policy"));
        }
        HttpResponse<String> refused = SERVER.get("/household", token);
        assertProblem(429, "too-many-requests", refused);
        assertEquals("60", header(refused, "Retry-After"));
        assertEquals("\"token\";r=0;t=60", header(refused, "RateLimit"));

        String another = SERVER.token(household, Tokens.TokenScope.READ);
        assertEquals(200, SERVER.get("/household", another).statusCode());
    }

    @Test
    void onThisMachineThereIsNoLimitUnlessItIsSet() {
        assertEquals(0, new ServerSettings(ServerSettings.LOOPBACK, 1).requestsPerMinute());
        assertTrue(new ServerSettings("0.0.0.0", 1).requestsPerMinute() > 0);
    }

    @Test
    void aBodyIsAsLargeAsItsRouteNeeds() {
        String large = "{\"date\": \"2024-01-05\", \"label\": \"x\", \"amount\": \"1\"" + " ".repeat(300 * 1024) + "}";
        String token = SERVER.token(household, Tokens.TokenScope.WRITE);
        assertProblem(413, "body-too-large", SERVER.post("/transactions", token, large));
        HttpResponse<String> chunked = SERVER.send(
                "POST",
                "/transactions",
                token,
                HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))),
                "Content-Type",
                "application/json");
        assertProblem(413, "body-too-large", chunked);
        String batch = "{\"transactions\": [" + large + "]}";
        assertEquals(201, SERVER.post("/transactions/batch", token, batch).statusCode());
    }

    @Test
    void aLongAddressOrHeaderIsRefusedAndTheNextRequestWorks() {
        String token = SERVER.token(household, Tokens.TokenScope.READ);
        HttpResponse<String> address = SERVER.get("/transactions?text=" + "x".repeat(10_000), token);
        assertProblem(414, "address-too-long", address);
        HttpResponse<String> headers = SERVER.get("/household", token, "X-Long", "x".repeat(20_000));
        assertProblem(431, "headers-too-large", headers);
        for (HttpResponse<String> refused : List.of(address, headers)) {
            assertEquals("nosniff", header(refused, "X-Content-Type-Options"));
            assertEquals("no-store", header(refused, "Cache-Control"));
            assertTrue(refused.body().contains(header(refused, "X-Request-Id")), refused.body());
        }
        assertEquals(200, SERVER.get("/household", token).statusCode());
    }

    @Test
    void aBodyThatGrowsWhenItIsUnpackedIsRefused() throws IOException {
        String token = SERVER.token(household, Tokens.TokenScope.WRITE);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = new byte[1024 * 1024];
            for (int mebibyte = 0; mebibyte < 64; mebibyte++) {
                gzip.write(blanks);
            }
        }
        assertTrue(packed.size() < 256 * 1024, "small as it is sent");
        HttpResponse<String> refused = SERVER.send(
                "POST",
                "/imports",
                token,
                HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()),
                "Content-Type",
                "text/csv",
                "Content-Encoding",
                "gzip");
        assertProblem(413, "body-too-large", refused);
        assertEquals(200, SERVER.get("/household", token).statusCode());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
