package io.prorata.adapter.web.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.web.router.Router;
import io.prorata.adapter.web.ApiRoutes;
import io.prorata.adapter.web.ApiRoutes.Route;
import io.prorata.adapter.web.WebServer;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** With {@code PRORATA_OPENAPI=write} in the environment this test writes the description anew. */
    private static final boolean WRITE = "write".equals(System.getenv("PRORATA_OPENAPI"));

    private static final String DESCRIPTION =
            new ApiDescription(SERVER.context().getBean(Router.class).uriRoutes()).text();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theOneThatIsKeptIsTheOneThatHolds() throws IOException {
        if (WRITE) {
            Files.writeString(KEPT, DESCRIPTION);
        }
        String kept = Files.readString(KEPT);
        if (!kept.equals(DESCRIPTION)) {
            List<String> breaks = Breaks.between(JSON.readTree(kept), JSON.readTree(DESCRIPTION));
            fail(
                    breaks.isEmpty()
                            ? "docs/openapi.json lags behind; no client breaks. Write it anew: PRORATA_OPENAPI=write"
                                    + " ./prorata test -pl adapter-web -am -Dtest=DescriptionTest"
                                    + " -Dsurefire.failIfNoSpecifiedTests=false"
                            : "Clients break: " + String.join("; ", breaks)
                                    + ". If that is meant, say so in the changelog and write docs/openapi.json anew.");
        }
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

    /** In the order in which a household comes about: what is made first, then read, then edited, then taken away. */
    @Test
    void everyExampleWorksAndIsAnsweredAsDescribed() throws IOException {
        JsonNode description = JSON.readTree(DESCRIPTION);
        var household = SERVER.found(new Household(
                "Home",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Paris"),
                List.of(new Member(new MemberKey("ines"), "Inès"), new Member(new MemberKey("jules"), "Jules"))));
        String admin = SERVER.token(household, Tokens.TokenScope.ADMIN);
        SERVER.token(household, Tokens.TokenScope.READ);
        SERVER.token(household, Tokens.TokenScope.READ);
        // The example takes its place: a version that counts is not removed.
        assertEquals(
                201,
                SERVER.post("/configs", admin, ApiRoutes.CONFIG.replace("member1", "ines"))
                        .statusCode());
        List<String> order = List.of("POST", "GET", "PUT", "PATCH", "DELETE");
        List<Route> routes = ApiRoutes.all()
                // Its own test deletes a household that is there for that.
                .filter(route -> !route.toString().equals("DELETE /operator/households/{id}"))
                .sorted(Comparator.comparingInt(route -> order.indexOf(route.method())))
                .toList();
        for (Route route : routes) {
            HttpResponse<String> answer = send(ofExample(route), route.operator() ? WebServer.OPERATOR.text() : admin);
            assertEquals(ApiDescription.success(route), answer.statusCode(), route + ": " + answer.body());
            JsonNode schema = description
                    .path("paths")
                    .path(route.template())
                    .path(route.method().toLowerCase(Locale.ROOT))
                    .path("responses")
                    .path(Integer.toString(answer.statusCode()))
                    .at("/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                assertEquals(
                        List.of(),
                        new ShapeCheck(description).faults(schema, JSON.readTree(answer.body())),
                        route + "");
            }
        }
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

    /** The server itself says which fields it knows. */
    @Test
    void bodiesHaveTheFieldsThatTheServerKnows() throws IOException {
        String admin = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
        for (Route route : ApiRoutes.all().filter(route -> !route.operator()).toList()) {
            List<String> shape = Bodies.OF_ROUTES.get(route.toString());
            if (shape == null || route.namesAThing()) {
                continue;
            }
            Set<String> described = new TreeSet<>();
            shape.subList(1, shape.size()).forEach(field -> described.add(field.replaceAll("[! ].*", "")));
            String answer = SERVER.json(route.method(), route.template(), admin, "{\"zzz\": 1}", "If-Match", "*")
                    .body();
            String known = JSON.readTree(answer)
                    .path("detail")
                    .asText()
                    .replaceAll(".*there are ", "")
                    .replaceAll(" \\(and .*", "");
            assertEquals(described, new TreeSet<>(List.of(known.split(", ", -1))), route + ": " + answer);
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
                "NewTransaction.category is needed now",
                all -> ((ArrayNode) all.at("/components/schemas/NewTransaction/required")).add("category"));
        breaks.put(
                "NewToken.scope is never admin any more",
                all -> ((ArrayNode) all.at("/components/schemas/NewToken/properties/scope/enum")).remove(2));
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

    /** Returns the route with the body that is described as an example, and of a category that the examples have. */
    private static Route ofExample(Route route) {
        return new Route(
                route.method(),
                route.template(),
                route.path().replace("Lilas", "Groceries"),
                Examples.of(route),
                route.open(),
                route.operator());
    }

    private static HttpResponse<String> send(Route route, String token) {
        String body = route.body() == null ? "" : route.body();
        if (route.toString().equals("POST /imports")) {
            return SERVER.send(
                    "POST", "/imports", token, HttpRequest.BodyPublishers.ofString(body), "Content-Type", "text/csv");
        }
        return route.writes()
                ? SERVER.json(route.method(), route.path(), token, body, "If-Match", "*")
                : SERVER.get(route.path(), token);
    }
}
