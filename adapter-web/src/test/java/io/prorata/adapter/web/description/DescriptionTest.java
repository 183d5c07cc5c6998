package io.prorata.adapter.web.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.adapter.web.ApiRoutes;
import io.prorata.adapter.web.ApiRoutes.Route;
import io.prorata.adapter.web.WebServer;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** docs/openapi.json describes the API as it is, its examples work, and nobody breaks it by accident. */
class DescriptionTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path KEPT = Path.of("..", "docs", "openapi.json");
    private static final String DESCRIPTION = kept();

    private static String kept() {
        try {
            return Files.readString(KEPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void itIsServedWithAPageThatFetchesNothingFromElsewhere() {
        HttpResponse<String> page = SERVER.get("/openapi/page", null, "Accept", "text/html");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<title>Prorata: the API</title>"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), policy);
        for (String part : List.of("/openapi/page", "/openapi/page.js", "/openapi/page.css")) {
            HttpResponse<String> answer = SERVER.get(part, null);
            assertEquals(200, answer.statusCode(), part);
            assertTrue(!answer.body().contains("http://") && !answer.body().contains("https://"), part);
        }
        assertEquals(200, SERVER.get("/openapi", null).statusCode());
    }

    @Test
    void everyExampleWorksAndIsAnsweredAsDescribed() throws IOException {
        JsonNode description = JSON.readTree(DESCRIPTION);
        for (ExampleRun.Answer answer : ExampleRun.answers(SERVER).values()) {
            Route route = answer.route();
            int status = answer.dryRun() ? 200 : ApiDescription.success(route);
            HttpResponse<String> response = answer.response();
            assertEquals(status, response.statusCode(), route + ": " + response.body());
            JsonNode described = description
                    .path("paths")
                    .path(route.template())
                    .path(route.method().toLowerCase(Locale.ROOT))
                    .path("responses")
                    .path(Integer.toString(status));
            JsonNode schema = described.at("/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                assertEquals(
                        List.of(),
                        new ShapeCheck(description).faults(schema, JSON.readTree(response.body())),
                        route + "");
            }
            // What every answer may have is described once, in the words about problems.
            described.path("headers").properties().forEach(header -> {
                boolean depends = List.of("RateLimit", "RateLimit-Policy", "Idempotency-Replayed")
                                .contains(header.getKey())
                        // The last changes have nothing behind them yet.
                        || List.of("GET /changes Link", "GET /history Link").contains(route + " " + header.getKey());
                assertTrue(
                        depends
                                || answer.dryRun()
                                || response.headers()
                                        .firstValue(header.getKey())
                                        .isPresent(),
                        route + " has no " + header.getKey());
            });
        }
        String admin = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
        HttpResponse<String> problem = SERVER.get("/transactions/77", admin);
        assertEquals(
                List.of(),
                new ShapeCheck(description)
                        .faults(description.at("/components/schemas/Problem"), JSON.readTree(problem.body())));
    }

    /** Without a token, of what is not there, and without a state, every route fails as it is described to. */
    @Test
    void whatGoesWrongIsDescribed() throws IOException {
        JsonNode description = JSON.readTree(DESCRIPTION);
        String admin = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
        String reader = SERVER.token(SERVER.found(), Tokens.TokenScope.READ);
        for (Route route : ApiRoutes.all().filter(route -> !route.open()).toList()) {
            List<HttpResponse<String>> failures = new ArrayList<>();
            failures.add(failing(route, route.path(), null));
            failures.add(failing(route, route.path(), reader, "If-Match", "*"));
            if (!route.operator()) {
                failures.add(failing(route, route.path(), admin));
                failures.add(failing(route, route.path(), admin, "If-Match", "*"));
                failures.add(failing(route, route.path(), admin, "If-Match", "\"1-0000000000000000\""));
                failures.add(failing(route, route.path(), admin, "If-None-Match", "*"));
                failures.add(failing(route, route.path(), admin, "Min-Revision", "other.1"));
            }
            for (HttpResponse<String> failure : failures) {
                JsonNode responses = description
                        .path("paths")
                        .path(route.template())
                        .path(route.method().toLowerCase(Locale.ROOT))
                        .path("responses");
                JsonNode response = responses.path(Integer.toString(failure.statusCode()));
                assertFalse(response.isMissingNode(), route + ": " + failure.statusCode() + " " + failure.body());
                if (failure.statusCode() >= 400) {
                    String type = JSON.readTree(failure.body()).path("type").asText();
                    assertTrue(response.path("description").asText().contains(type), route + ": " + failure.body());
                }
            }
        }
    }

    private static HttpResponse<String> failing(Route route, String path, @Nullable String token, String... headers) {
        return route.writes()
                ? SERVER.json(route.method(), path, token, route.body() == null ? "" : route.body(), headers)
                : SERVER.get(path, token, headers);
    }

    @Test
    void whateverIsDescribedAsAProblemHasItsPage() throws IOException {
        Matcher kinds = Pattern.compile("/problems/([a-z-]+)").matcher(DESCRIPTION);
        assertTrue(kinds.results()
                .allMatch(kind -> Files.exists(KEPT.resolveSibling("problems").resolve(kind.group(1) + ".md"))));
        for (JsonNode item : JSON.readTree(DESCRIPTION).path("paths")) {
            for (JsonNode operation : item) {
                operation
                        .path("parameters")
                        .forEach(parameter -> assertFalse(
                                parameter.path("description").asText().isEmpty(), parameter + ""));
            }
        }
    }

    @Test
    void whatBreaksClientsIsFound() throws IOException {
        Map<String, Consumer<ObjectNode>> breaks = new HashMap<>();
        breaks.put("get /config is gone", all -> ((ObjectNode) all.path("paths")).remove("/config"));
        breaks.put(
                "get /transactions does not take query month any more",
                all -> ((ArrayNode) all.at("/paths/~1transactions/get/parameters")).remove(0));
        breaks.put(
                "get /transactions needs query to now",
                all -> all.at("/paths/~1transactions/get/parameters").forEach(parameter -> {
                    if (parameter.path("name").asText().equals("to")) {
                        ((ObjectNode) parameter).put("required", true);
                    }
                }));
        breaks.put(
                "post /transactions does not answer 201 any more",
                all -> ((ObjectNode) all.at("/paths/~1transactions/post/responses")).remove("201"));
        breaks.put(
                "TransactionResponse.label is gone",
                all -> ((ObjectNode) all.at("/components/schemas/TransactionResponse/properties")).remove("label"));
        breaks.put(
                "TransactionResponse.label is of another type",
                all -> ((ObjectNode) all.at("/components/schemas/TransactionResponse/properties/label"))
                        .put("type", "integer"));
        breaks.put(
                "NewTransactionRequest.category is needed now",
                all -> ((ArrayNode) all.at("/components/schemas/NewTransactionRequest/required")).add("category"));
        breaks.put(
                "TokenScope is never admin any more",
                all -> ((ArrayNode) all.at("/components/schemas/TokenScope/enum")).remove(2));
        for (var entry : breaks.entrySet()) {
            ObjectNode broken = (ObjectNode) JSON.readTree(DESCRIPTION);
            entry.getValue().accept(broken);
            assertEquals(List.of(entry.getKey()), Breaks.between(JSON.readTree(DESCRIPTION), broken));
        }
        ObjectNode more = (ObjectNode) JSON.readTree(DESCRIPTION);
        ((ObjectNode) more.path("paths")).putObject("/new").putObject("get");
        ((ObjectNode) more.at("/components/schemas/TransactionResponse/properties")).putObject("colour");
        assertEquals(List.of(), Breaks.between(JSON.readTree(DESCRIPTION), more), "more breaks nobody");
    }
}
