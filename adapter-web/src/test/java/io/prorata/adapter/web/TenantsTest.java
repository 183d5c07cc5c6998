package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.web.router.Router;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.application.access.RevokeToken;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private static final String OURS = ApiRoutes.NAMED;

    private static final WebServer SERVER = new WebServer(
            new ServerSettings(ServerSettings.LOOPBACK, -1), Map.of("prorata.failed-tokens-apart", "0ms"));
    private static final HouseholdId US = SERVER.found();
    private static final String ADMIN = SERVER.token(US, Tokens.TokenScope.ADMIN);
    private static final String READER = SERVER.token(US, Tokens.TokenScope.READ);
    private static final String REVOKED = revoked();

    @BeforeAll
    static void settle() {
        assertEquals(
                200,
                SERVER.json("PATCH", "/household", ADMIN, "{\"name\": \"Rue des Lilas\"}", "If-Match", "*")
                        .statusCode());
        for (ApiRoutes.Route route :
                ApiRoutes.all().filter(route -> route.method().equals("POST")).toList()) {
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
                .filter(route -> !route.getAnnotationMetadata().hasAnnotation(OfPage.class))
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                served, ApiRoutes.all().map(ApiRoutes.Route::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("io.prorata.adapter.web.ApiRoutes#all")
    void anotherHouseholdReachesNothingOfOurs(ApiRoutes.Route route) {
        String stranger = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
        String before = revision();

        HttpResponse<String> answer = send(route, route.open() ? null : stranger);

        if (route.operator()) {
            assertEquals(403, answer.statusCode(), answer.body());
        } else if (route.namesAThing()) {
            assertEquals(404, answer.statusCode(), answer.body());
        } else {
            assertTrue(answer.statusCode() < 500, answer.body());
        }
        boolean echoesItsOwn =
                describesTheApi(route) || (route.body() != null && route.body().contains(OURS));
        boolean asksByName = route.template().contains("{segment}");
        assertFalse(!echoesItsOwn && !asksByName && answer.body().contains(OURS), answer.body());
        assertEquals(before, revision());
    }

    @ParameterizedTest
    @MethodSource("io.prorata.adapter.web.ApiRoutes#all")
    void whoMayOnlyReadOnlyReads(ApiRoutes.Route route) {
        String before = revision();

        int status = send(route, READER).statusCode();

        boolean allowed =
                route.open() || !((route.writes() && !route.computes()) || route.operator() || route.adminsAlone());
        assertEquals(allowed, status == 200, route + ": " + status);
        assertEquals(!allowed, status == 403, route + ": " + status);
        assertEquals(before, revision());
    }

    @ParameterizedTest
    @MethodSource("io.prorata.adapter.web.ApiRoutes#all")
    void nobodyAndWhoseTokenWasRevokedGetNothing(ApiRoutes.Route route) {
        String before = revision();

        for (HttpResponse<String> answer : List.of(send(route, null), send(route, REVOKED))) {
            assertEquals(route.open() ? 200 : refusal(route, answer), answer.statusCode(), answer.body());
            assertFalse(!describesTheApi(route) && answer.body().contains(OURS), answer.body());
        }
        assertEquals(before, revision());
    }

    /** Its examples are those of the table, the same for everybody. */
    private static boolean describesTheApi(ApiRoutes.Route route) {
        return route.template().equals("/openapi");
    }

    /** A token that means nothing to the operator's routes is told so. */
    private static int refusal(ApiRoutes.Route route, HttpResponse<String> answer) {
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
        String stranger = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
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

        SERVER.post("/fixed-expenses", stranger, ApiRoutes.BILL_ANEW);
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
                ApiRoutes.all()
                        .filter(route -> route.toString().equals("POST /imports"))
                        .findFirst()
                        .orElseThrow(),
                stranger);
        assertEquals(201, imported.statusCode(), imported.body());
        assertEquals(
                422,
                SERVER.post("/imports/1/bills", stranger, "{\"transactions\": [3]}")
                        .statusCode());

        // A key that we have used.
        SERVER.post("/transactions", ADMIN, ApiRoutes.LINE, "Idempotency-Key", "ours");
        HttpResponse<String> theirs = SERVER.post("/transactions", stranger, ApiRoutes.LINE, "Idempotency-Key", "ours");
        assertEquals(201, theirs.statusCode(), theirs.body());
        assertTrue(theirs.headers().firstValue("Idempotency-Replayed").isEmpty());
    }

    @Test
    void noTokenNamesItsHousehold() {
        String stranger = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
        assertFalse(SERVER.get("/household", stranger, "Prorata-Household", US.toString())
                .body()
                .contains(OURS));
        String forged = stranger.replaceFirst("prorata_[0-9]+_", "prorata_" + US + "_");
        assertEquals(401, SERVER.get("/household", forged).statusCode());
    }

    private static HttpResponse<String> send(ApiRoutes.Route route, @Nullable String token) {
        if (route.toString().equals("POST /imports")) {
            return SERVER.send(
                    "POST",
                    "/imports?account=Lilas",
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
        String token = SERVER.token(US, Tokens.TokenScope.ADMIN);
        new RevokeToken(SERVER.books())
                .revoke(US, Actor.COMMAND_LINE, Long.parseLong(token.replaceAll("prorata_[0-9]+_([0-9]+)_.*", "$1")));
        return token;
    }
}
