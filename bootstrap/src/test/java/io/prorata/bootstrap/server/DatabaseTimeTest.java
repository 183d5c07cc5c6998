package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On no route does the database take longer than the whole request, nor in all longer than the server has been running. */
class DatabaseTimeTest {

    private static final Pattern TIMES = Pattern.compile("total;dur=([0-9.]+)(?:, db;dur=([0-9.]+);.*)?");
    private static final String LINE =
            "{\"date\": \"2026-03-02\", \"label\": \"Market\", \"amount\": \"-1\", \"category\": \"Market\"}";

    private static final String LAST = "DELETE /tokens/{id}";

    /** What is made before it is asked for, and whatever else is done by more than one statement. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "POST /configs",
                    "{\"from\": \"2026-03\", \"members\": [{\"member\": \"x\", \"gross\": \"100\", \"tax_rate\": \"0\"}]}"),
            Map.entry(
                    "POST /fixed-expenses",
                    "{\"label\": \"Rent\", \"category\": \"Home\", \"amount\": \"1\", \"frequency\": \"monthly\", \"from\": \"2026-03\"}"),
            Map.entry(
                    "POST /provisions",
                    "{\"name\": \"Holidays\", \"base\": {\"mode\": \"fixed\", \"amount\": \"1\"}, \"from\": \"2026-03\"}"),
            Map.entry("POST /transactions", LINE),
            Map.entry("POST /transactions/batch", "{\"transactions\": [" + LINE + ", " + LINE + "]}"),
            Map.entry("POST /transactions/changes", "{\"filter\": {}, \"set\": {\"category\": \"Shop\"}}"),
            Map.entry(
                    "PUT /category-mappings",
                    "{\"rules\": [{\"category\": \"Market\", \"expense_type\": \"FIXED\"}, {\"category\": \"Shop\", \"expense_type\": \"VARIABLE\"}]}"),
            Map.entry("POST /imports", "date;label;amount;category\n2026-03-06;Bread;-2.00;Market\n"));

    @TempDir
    private Path home;

    @Test
    void theDatabaseTakesNoLongerThanTheRequest() throws IOException, InterruptedException {
        var shell = new Shell(home);
        shell.must("household", "create", "--name", "Ours", "--currency", "EUR", "--member", "x=X");
        String token = shell.must("token", "create", "--name", "test", "--scope", "admin")
                .out()
                .strip();
        long begun = System.nanoTime();
        int asked = 0;
        try (Server server = Server.start(
                        shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
                Client client = new Client(server.address(), token)) {
            for (String route : routes(Client.json(client.get("/openapi")))) {
                if (route.endsWith("/stream")) {
                    // It answers as long as it is listened to.
                    continue;
                }
                if (route.equals(LAST)) {
                    requireSum(client, begun);
                }
                HttpResponse<String> answer = ask(client, route);
                boolean database = requireTimes(route, answer);
                if (BODIES.containsKey(route)) {
                    assertTrue(answer.statusCode() < 300, route + ": " + answer.statusCode() + " " + answer.body());
                    assertTrue(database, route + " asks the database");
                }
                asked++;
            }
            assertTrue(asked > 60, "routes: " + asked);
        }
    }

    private static void requireSum(Client client, long begun) throws IOException, InterruptedException {
        JsonNode micros =
                Client.json(client.get("/dashboard/performance/metrics")).at("/store/statement_us");
        assertTrue(micros.isNumber() && micros.asLong() > 0, micros.toString());
        assertTrue(micros.asLong() <= (System.nanoTime() - begun) / 1000, "all statements, in µs: " + micros);
    }

    /** Returns every route, what makes things before what shows them, and what takes them away at the end. */
    private static List<String> routes(JsonNode description) {
        List<String> routes = new ArrayList<>();
        for (String method : List.of("post", "put", "patch", "get", "delete")) {
            description.path("paths").properties().forEach(path -> {
                if (path.getValue().has(method)) {
                    routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }
            });
        }
        assertTrue(routes.containsAll(BODIES.keySet()), routes.toString());
        // Nothing can be changed before it is there, and nobody asks with a token that is revoked.
        routes.remove("POST /transactions");
        routes.addFirst("POST /transactions");
        routes.remove(LAST);
        routes.add(LAST);
        return routes;
    }

    private static HttpResponse<String> ask(Client client, String route) throws IOException, InterruptedException {
        String method = route.split(" ", 2)[0];
        String path =
                route.split(" ", 2)[1].replaceAll("\\{(id|movement)}", "1").replaceAll("\\{[a-z_]+}", "Market");
        String body = method.equals("GET") ? "" : BODIES.getOrDefault(route, "{}");
        String type = route.equals("POST /imports")
                ? "text/csv"
                : method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        return client.send(method, path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", type, "If-Match", "*");
    }

    /** Returns whether the database was asked. */
    private static boolean requireTimes(String route, HttpResponse<String> answer) {
        String said = answer.headers().firstValue("Server-Timing").orElse("none");
        Matcher times = TIMES.matcher(said);
        assertEquals(true, times.matches(), route + ": " + said);
        if (times.group(2) == null) {
            return false;
        }
        assertTrue(Double.parseDouble(times.group(2)) <= Double.parseDouble(times.group(1)), route + ": " + said);
        return true;
    }
}
