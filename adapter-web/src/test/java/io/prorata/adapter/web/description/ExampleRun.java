package io.prorata.adapter.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.adapter.web.ApiRoutes;
import io.prorata.adapter.web.ApiRoutes.Route;
import io.prorata.adapter.web.WebServer;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends every example to a server and keeps the answers, in the order in which a household comes about: what is made first, then read,
 * then edited, then taken away.
 */
final class ExampleRun {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ORDER = List.of("POST", "GET", "PUT", "PATCH", "DELETE");

    /** More items say nothing more. */
    private static final int MOST_ITEMS = 3;

    private ExampleRun() {}

    /** @param dryRun whether it only said what would happen */
    record Answer(Route route, boolean dryRun, HttpResponse<String> response) {

        /** Returns the body as an example: without a secret, and with a few items of each list. */
        JsonNode example() {
            try {
                JsonNode body = JSON.readTree(response.body());
                shorten(body);
                if (route.toString().equals("POST /tokens")) {
                    ((ObjectNode) body).put("token", "prorata_1_4_" + "x".repeat(43));
                }
                return body;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void shorten(JsonNode node) {
            if (node instanceof ArrayNode list) {
                while (list.size() > MOST_ITEMS) {
                    list.remove(MOST_ITEMS);
                }
            }
            node.forEach(Answer::shorten);
        }
    }

    /** Returns the answers by the name of the route, and with {@code " dry_run"} behind it those of dry runs. */
    static Map<String, Answer> answers(WebServer server) {
        var household = server.found(new Household(
                "Home",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Paris"),
                List.of(
                        new Member(new MemberKey("ines"), "Inès"),
                        new Member(new MemberKey("jules"), "Jules"),
                        new Member(new MemberKey("noa"), "Noa"))));
        String admin = server.token(household, Tokens.TokenScope.ADMIN);
        server.token(household, Tokens.TokenScope.READ);
        server.token(household, Tokens.TokenScope.READ);
        // The example takes its place: a version that counts is not removed.
        server.post("/configs", admin, ApiRoutes.CONFIG.replace("member1", "ines"));
        Map<String, Answer> answers = new LinkedHashMap<>();
        ApiRoutes.all()
                .sorted(Comparator.comparingInt(route -> ORDER.indexOf(route.method())))
                .forEach(route -> {
                    Route example = ofExample(server, route);
                    String token = route.operator() ? WebServer.OPERATOR.text() : admin;
                    if (ApiDescription.hasDryRun(route)) {
                        answers.put(
                                route + " dry_run",
                                new Answer(route, true, send(server, example, "?dry_run=true", token)));
                    }
                    answers.put(route.toString(), new Answer(route, false, send(server, example, "", token)));
                });
        return answers;
    }

    /**
     * Returns the route with the body that is described as an example, and of a category that the examples have. The household that the
     * operator deletes is the one that the operator's example makes.
     */
    private static Route ofExample(WebServer server, Route route) {
        String made =
                server.get("/operator/households", WebServer.OPERATOR.text()).body();
        String id = made.replaceAll("(?s).*\"id\":([0-9]+),\"name\":\"Ours\".*", "$1");
        String revision = server.get("/household", WebServer.OPERATOR.text(), "Prorata-Household", id)
                .headers()
                .firstValue("X-Revision")
                .orElse("")
                .replaceAll(".*\\.", "");
        return new Route(
                route.method(),
                route.template(),
                route.path()
                        .replace("Lilas", "Groceries")
                        .replace("1?name=Elsewhere&revision=1", id + "?name=Ours&revision=" + revision),
                Examples.of(route),
                route.open(),
                route.operator());
    }

    private static HttpResponse<String> send(WebServer server, Route route, String query, String token) {
        String body = route.body() == null ? "" : route.body();
        if (route.toString().equals("POST /imports")) {
            return server.send(
                    "POST",
                    // What is stated is kept in an import profile, which the examples show too.
                    "/imports?account=Joint" + query.replace('?', '&'),
                    token,
                    HttpRequest.BodyPublishers.ofString(body),
                    "Content-Type",
                    "text/csv");
        }
        return route.writes()
                ? server.json(route.method(), route.path() + query, token, body, "If-Match", "*")
                : server.get(route.path(), token);
    }
}
