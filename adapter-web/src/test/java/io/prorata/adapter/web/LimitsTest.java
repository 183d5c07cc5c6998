package io.prorata.adapter.web;

import static io.prorata.adapter.web.PlanOverTimeTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.prorata.adapter.web.problem.BodySize;
import io.prorata.adapter.web.properties.ServerProperties;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
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
        assertEquals(0, limit(new ServerSettings(ServerSettings.LOOPBACK, -1)));
        assertEquals(7, limit(new ServerSettings(ServerSettings.LOOPBACK, -1, 7)));
        assertTrue(limit(new ServerSettings("0.0.0.0", -1)) > 0);
    }

    private static int limit(ServerSettings settings) {
        try (var context = ApplicationContext.run(new TreeMap<String, Object>(settings.properties()))) {
            return context.getBean(ServerProperties.class).limit();
        }
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
    void aBankFileHasSoManyBytesAndNotOneMore() {
        String token = SERVER.token(household, Tokens.TokenScope.WRITE);
        byte[] largest = new byte[BodySize.LARGEST_FILE_BYTES];
        Arrays.fill(largest, (byte) '\n');
        byte[] larger = Arrays.copyOf(largest, largest.length + 1);
        assertProblem(422, "unreadable-bank-file", upload(token, largest, "text/csv"));
        for (String type : List.of("text/csv", "multipart/form-data; boundary=x")) {
            byte[] body = type.startsWith("m") ? form(larger) : larger;
            HttpResponse<String> refused = upload(token, body, type);
            assertProblem(413, "body-too-large", refused);
            assertTrue(refused.body().contains("16777216 bytes (16 MiB)"), refused.body());
        }
        assertProblem(422, "unreadable-bank-file", upload(token, form(largest), "multipart/form-data; boundary=x"));
        HttpResponse<String> huge = upload(token, new byte[BodySize.LARGEST_BYTES + 1], "text/csv");
        assertProblem(413, "body-too-large", huge);
        assertTrue(huge.body().contains("16777216 bytes (16 MiB)"), huge.body());
    }

    private static byte[] form(byte[] file) {
        var form = new ByteArrayOutputStream();
        form.writeBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(file);
        form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private static HttpResponse<String> upload(String token, byte[] body, String type) {
        return SERVER.send(
                "POST", "/imports", token, HttpRequest.BodyPublishers.ofByteArray(body), "Content-Type", type);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
