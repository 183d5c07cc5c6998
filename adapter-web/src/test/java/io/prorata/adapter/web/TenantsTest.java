package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.web.router.Router;
import io.prorata.application.RevokeToken;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Households are apart: every route there is, and every place where something of a household can be named, is tried with the token of
 * another household, one that may only read, one that was revoked, and none.
 */
class TenantsTest {

    /** In everything that our household has a name for; nobody else may ever see it. */
    private static final String OURS = "Lilas";

    private static final WebServer SERVER = new WebServer();
    private static final HouseholdId US = SERVER.found();
    private static final String ADMIN = SERVER.token(US, Tokens.Scope.ADMIN);
    private static final String READER = SERVER.token(US, Tokens.Scope.READ);
    private static final String REVOKED = revoked();

    private static final String BILL =
            "{\"label\": \"Lilas rent\", \"category\": \"Lilas\", \"amount\": \"1\", \"frequency\": \"monthly\", \"from\": \"2024-01\"}";
    private static final String BILL_ANEW =
            "{\"label\": \"Rent\", \"category\": \"Home\", \"amount\": \"2\", \"frequency\": \"monthly\"}";
    private static final String PROVISION =
            "{\"name\": \"Lilas\", \"base\": {\"mode\": \"fixed\", \"amount\": \"1\"}, \"from\": \"2024-01\"}";
    private static final String PROVISION_ANEW =
            "{\"name\": \"x\", \"base\": {\"mode\": \"fixed\", \"amount\": \"2\"}}";
    private static final String MOVEMENT = "{\"date\": \"2024-01-05\", \"amount\": \"1\"}";
    private static final String LINE =
            "{\"date\": \"2024-01-05\", \"label\": \"Lilas market\", \"amount\": \"-1\", \"category\": \"Lilas\"}";
    private static final String CONFIG =
            "{\"from\": \"2024-01\", \"members\": [{\"member\": \"member1\", \"gross\": \"1\"}]}";
    private static final String RULES = "{\"rules\": [{\"category\": \"Lilas\", \"expense_type\": \"FIXED\"}]}";
    private static final String TOKEN = "{\"name\": \"Lilas phone\", \"scope\": \"read\"}";

    /**
     * A route, and a request that it takes.
     *
     * @param open whether it is answered to anybody
     * @param operator whether it is the operator's alone
     */
    record Route(
            String method,
            String template,
            String path,
            @Nullable String body,
            boolean open,
            boolean operator) {

        boolean namesAThing() {
            return template.contains("{id}");
        }

        boolean writes() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    static Stream<Route> routes() {
        return Stream.of(
                open("GET", "/health"),
                operator("GET", "/operator/households", null),
                operator(
                        "POST",
                        "/operator/households",
                        "{\"name\": \"x\", \"currency\": \"EUR\", \"time_zone\": \"UTC\"}"),
                route("GET", "/household", null),
                route("PATCH", "/household", "{\"name\": \"x\"}"),
                route("GET", "/configs", null),
                route("POST", "/configs", CONFIG),
                route("GET", "/configs/{id}", null),
                route("GET", "/config", null),
                route("GET", "/fixed-expenses", null),
                route("POST", "/fixed-expenses", BILL),
                route("GET", "/fixed-expenses/{id}", null),
                route("GET", "/fixed-expenses/{id}/timeline", null),
                route("PUT", "/fixed-expenses/{id}", BILL_ANEW),
                route("PATCH", "/fixed-expenses/{id}", "{\"label\": \"x\"}"),
                route("DELETE", "/fixed-expenses/{id}", null),
                route("GET", "/provisions", null),
                route("POST", "/provisions", PROVISION),
                route("GET", "/provisions/{id}", null),
                route("GET", "/provisions/{id}/timeline", null),
                route("PUT", "/provisions/{id}", PROVISION_ANEW),
                route("PATCH", "/provisions/{id}", "{\"name\": \"x\"}"),
                route("DELETE", "/provisions/{id}", null),
                route("GET", "/provisions/{id}/contributions", null),
                route("POST", "/provisions/{id}/contributions", MOVEMENT),
                route("GET", "/provisions/{id}/withdrawals", null),
                route("POST", "/provisions/{id}/withdrawals", MOVEMENT),
                route("GET", "/transactions", null),
                route("POST", "/transactions", LINE),
                route("POST", "/transactions/batch", "{\"transactions\": [" + LINE + "]}"),
                route("POST", "/transactions/changes", "{\"filter\": {}, \"set\": {\"category\": \"x\"}}"),
                route("GET", "/transactions/{id}", null),
                route("PATCH", "/transactions/{id}", "{\"label\": \"x\"}"),
                route("DELETE", "/transactions/{id}", null),
                route("GET", "/category-mappings", null),
                route("PUT", "/category-mappings", RULES),
                route("POST", "/category-mappings/apply", null),
                route("GET", "/imports", null),
                route("POST", "/imports", "date;label;amount;category\n2024-01-06;Lilas bread;-2.00;Lilas\n"),
                route("GET", "/imports/{id}", null),
                route("DELETE", "/imports/{id}", null),
                route("POST", "/imports/{id}/bills", "{\"transactions\": [3]}"),
                route("GET", "/tokens", null),
                route("POST", "/tokens", TOKEN),
                route("DELETE", "/tokens/{id}", null),
                route("GET", "/dashboard/summary", null),
                route("GET", "/dashboard/summary/optimized", null),
                route("GET", "/dashboard/summary/slim", null),
                route("GET", "/summary/enhanced", null),
                route("GET", "/dashboard/savings", null),
                route("GET", "/dashboard/expenses", null),
                route("GET", "/dashboard/provisions/details", null),
                route("GET", "/custom-provisions/summary", null),
                route("GET", "/provisions/calculate/optimized", null),
                route("GET", "/dashboard/categories/{segment}", null),
                route("GET", "/dashboard/drill-down/{segment}", null),
                route("GET", "/transactions/hierarchy", null),
                route("GET", "/transactions/categories", null),
                route("GET", "/transactions/subcategories", null),
                route("GET", "/analytics/categories/optimized", null));
    }

    @BeforeAll
    static void settle() {
        assertEquals(
                200,
                SERVER.json("PATCH", "/household", ADMIN, "{\"name\": \"Rue des Lilas\"}", "If-Match", "*")
                        .statusCode());
        for (Route route :
                routes().filter(route -> route.method().equals("POST")).toList()) {
            if (!route.operator() && !route.template().endsWith("/changes")) {
                HttpResponse<String> made = send(route, ADMIN);
                assertTrue(made.statusCode() < 300, route + ": " + made.body());
            }
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyRouteIsInTheTable() {
        Set<String> served = SERVER.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(served, routes().map(Route::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void anotherHouseholdReachesNothingOfOurs(Route route) {
        String stranger = SERVER.token(SERVER.found(), Tokens.Scope.ADMIN);
        String before = revision();

        HttpResponse<String> answer = send(route, route.open() ? null : stranger);

        if (route.namesAThing()) {
            assertEquals(404, answer.statusCode(), answer.body());
        } else if (route.operator()) {
            assertEquals(403, answer.statusCode(), answer.body());
        } else {
            assertTrue(answer.statusCode() < 500, answer.body());
        }
        boolean echoesItsOwn = route.body() != null && route.body().contains(OURS);
        boolean asksByName = route.template().contains("{segment}");
        assertFalse(!echoesItsOwn && !asksByName && answer.body().contains(OURS), answer.body());
        assertEquals(before, revision());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoMayOnlyReadOnlyReads(Route route) {
        String before = revision();

        int status = send(route, READER).statusCode();

        boolean allowed = route.open()
                || !(route.writes() || route.operator() || route.template().equals("/tokens"));
        assertEquals(allowed, status == 200, route + ": " + status);
        assertEquals(!allowed, status == 403, route + ": " + status);
        assertEquals(before, revision());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyAndWhoseTokenWasRevokedGetNothing(Route route) {
        String before = revision();

        for (HttpResponse<String> answer : List.of(send(route, null), send(route, REVOKED))) {
            assertEquals(route.open() ? 200 : refusal(route, answer), answer.statusCode(), answer.body());
            assertFalse(answer.body().contains(OURS), answer.body());
        }
        assertEquals(before, revision());
    }

    /** A token that means nothing to the operator's routes is told so. */
    private static int refusal(Route route, HttpResponse<String> answer) {
        return route.operator()
                        && answer.request()
                                .headers()
                                .firstValue("Authorization")
                                .isPresent()
                ? 403
                : 401;
    }

    @Test
    void whatIsNamedElsewhereThanInThePathIsOfNoUseToOthers() {
        String stranger = SERVER.token(SERVER.found(), Tokens.Scope.ADMIN);
        String cursor = SERVER.get("/transactions?limit=1", ADMIN)
                .body()
                .replaceAll("(?s).*\"next_cursor\":\"([^\"]+)\".*", "$1");
        String ourTag = tag("/fixed-expenses/1", ADMIN);

        assertEquals(
                404,
                SERVER.get("/provisions/calculate/optimized?config_id=1", stranger)
                        .statusCode());
        assertEquals(
                400,
                SERVER.get("/transactions?limit=1&cursor=" + cursor, stranger).statusCode());

        SERVER.post("/fixed-expenses", stranger, BILL_ANEW);
        assertEquals(
                412,
                SERVER.json("PATCH", "/fixed-expenses/1", stranger, "{\"label\": \"x\"}", "If-Match", ourTag)
                        .statusCode());
        assertEquals(
                200,
                SERVER.get("/fixed-expenses/1", stranger, "If-None-Match", ourTag)
                        .statusCode());

        // Of an import of their own, rows of ours.
        HttpResponse<String> imported = send(
                routes().filter(route -> route.toString().equals("POST /imports"))
                        .findFirst()
                        .orElseThrow(),
                stranger);
        assertEquals(201, imported.statusCode(), imported.body());
        assertEquals(
                422,
                SERVER.post("/imports/1/bills", stranger, "{\"transactions\": [3]}")
                        .statusCode());

        // A key that we have used.
        SERVER.post("/transactions", ADMIN, LINE, "Idempotency-Key", "ours");
        HttpResponse<String> theirs = SERVER.post("/transactions", stranger, LINE, "Idempotency-Key", "ours");
        assertEquals(201, theirs.statusCode(), theirs.body());
        assertTrue(theirs.headers().firstValue("Idempotency-Replayed").isEmpty());
    }

    @Test
    void noTokenNamesItsHousehold() {
        String stranger = SERVER.token(SERVER.found(), Tokens.Scope.ADMIN);
        assertFalse(SERVER.get("/household", stranger, "Prorata-Household", US.toString())
                .body()
                .contains(OURS));
        String forged = stranger.replaceFirst("prorata_[0-9]+_", "prorata_" + US + "_");
        assertEquals(401, SERVER.get("/household", forged).statusCode());
    }

    private static HttpResponse<String> send(Route route, @Nullable String token) {
        if (route.toString().equals("POST /imports")) {
            return SERVER.send(
                    "POST",
                    "/imports",
                    token,
                    HttpRequest.BodyPublishers.ofString(String.valueOf(route.body())),
                    "Content-Type",
                    "text/csv");
        }
        String body = route.body() == null ? "" : route.body();
        return route.writes()
                ? SERVER.json(route.method(), route.path(), token, body, "If-Match", "*")
                : SERVER.get(route.path(), token);
    }

    private static String revision() {
        return SERVER.get("/household", ADMIN)
                .headers()
                .firstValue("X-Revision")
                .orElseThrow();
    }

    private static String tag(String path, String token) {
        return SERVER.get(path, token).headers().firstValue("ETag").orElseThrow();
    }

    private static String revoked() {
        String token = SERVER.token(US, Tokens.Scope.ADMIN);
        new RevokeToken(SERVER.books())
                .revoke(US, Actor.COMMAND_LINE, Long.parseLong(token.replaceAll("prorata_[0-9]+_([0-9]+)_.*", "$1")));
        return token;
    }

    private static Route route(String method, String template, @Nullable String body) {
        // A household's first token is its own: the stranger's would be meant.
        String id = template.startsWith("/tokens") ? "4" : "1";
        String path = template.replace("{id}", id).replace("{segment}", OURS);
        return new Route(method, template, path, body, false, false);
    }

    private static Route open(String method, String template) {
        return new Route(method, template, template, null, true, false);
    }

    private static Route operator(String method, String template, @Nullable String body) {
        return new Route(method, template, template, body, false, true);
    }
}
