package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The same thing is said in one way, and what is said in two ways means one thing: amounts, names of alternatives, nothing at all. */
class OneMeaningTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String tokenIn(String currency) {
        return SERVER.token(
                SERVER.found(new Household(
                        "Home",
                        Currency.getInstance(currency),
                        ZoneId.of("Asia/Tokyo"),
                        List.of(new Member(new MemberKey("ada"), "Ada")))),
                Tokens.TokenScope.ADMIN);
    }

    /** The amounts as they are stated: in a body as text and as a number, and in a parameter. */
    @Test
    void anAmountHasOneMeaningInBodiesAndParameters() throws IOException {
        Map<String, Map<String, String>> meanings = Map.of(
                "JPY", Map.of("1000", "1000", "1000.0", "1000", "1000.000", "1000", "-0.0", "0"),
                "EUR", Map.of("12.5", "12.50", "12.500", "12.50", "-7", "-7.00"),
                "KWD", Map.of("1.5000", "1.500"));
        for (var currency : meanings.entrySet()) {
            String token = tokenIn(currency.getKey());
            for (var amount : currency.getValue().entrySet()) {
                for (String json : List.of("\"" + amount.getKey() + "\"", amount.getKey())) {
                    HttpResponse<String> made = SERVER.post(
                            "/transactions",
                            token,
                            "{\"date\": \"2024-01-05\", \"label\": \"x\", \"amount\": " + json + "}");
                    assertEquals(201, made.statusCode(), json + ": " + made.body());
                    assertEquals(
                            amount.getValue(),
                            JSON.readTree(made.body()).get("amount").asText(),
                            json);
                }
                HttpResponse<String> listed = SERVER.get(
                        "/transactions?month=2024-01&min_amount=" + amount.getKey() + "&max_amount=" + amount.getKey(),
                        token);
                assertEquals(200, listed.statusCode(), listed.body());
                for (JsonNode row : JSON.readTree(listed.body()).path("transactions")) {
                    assertEquals(amount.getValue(), row.get("amount").asText());
                }
                assertTrue(JSON.readTree(listed.body()).at("/pagination/total").asInt() >= 2, listed.body());
            }
        }
    }

    @Test
    void whatIsNoAmountIsNoneInBodiesAndParametersAlike() {
        Map<String, Map<String, Integer>> refused = Map.of(
                "JPY", Map.of("80,000", 400, "1000.5", 422, "1e3", 400, "1 000", 400, "", 400),
                "EUR", Map.of("12.505", 422, "12,50", 400, "+5", 400, ".5", 400, "5.", 400));
        for (var currency : refused.entrySet()) {
            String token = tokenIn(currency.getKey());
            for (var amount : currency.getValue().entrySet()) {
                HttpResponse<String> body = SERVER.post(
                        "/transactions",
                        token,
                        "{\"date\": \"2024-01-05\", \"label\": \"x\", \"amount\": \"" + amount.getKey() + "\"}");
                HttpResponse<String> parameter = SERVER.get(
                        "/transactions?min_amount=" + URLEncoder.encode(amount.getKey(), StandardCharsets.UTF_8),
                        token);
                assertEquals(amount.getValue(), body.statusCode(), amount.getKey() + ": " + body.body());
                if (!amount.getKey().isEmpty()) {
                    assertEquals(amount.getValue(), parameter.statusCode(), amount.getKey() + ": " + parameter.body());
                    assertEquals(detail(body), detail(parameter), amount.getKey());
                }
            }
        }
    }

    private static String detail(HttpResponse<String> problem) {
        try {
            return JSON.readTree(problem.body()).path("detail").asText();
        } catch (IOException e) {
            throw new AssertionError(problem.body(), e);
        }
    }

    /** An error lists what there is as answers write it, and as the description says. */
    @Test
    void alternativesAreListedAsAnswersWriteThem() throws IOException {
        String token = tokenIn("EUR");
        JsonNode schemas = JSON.readTree(SERVER.get("/openapi", null).body()).at("/components/schemas");
        var incomes = "\"members\": [{\"member\": \"ada\", \"net\": \"1\"}]";
        Map<String, String> said = Map.of(
                listed("/tokens", token, "{\"name\": \"x\", \"scope\": \"zzz\"}"),
                "TokenScope/enum",
                listed(
                        "/transactions",
                        token,
                        "{\"date\": \"2024-01-05\", \"label\": \"x\", \"amount\": 1, \"expense_type\": \"zzz\"}"),
                "ExpenseType/enum",
                listed("/configs", token, "{" + incomes + ", \"key\": {\"mode\": \"zzz\"}}"),
                "Key/discriminator/mapping",
                listed("/provisions", token, "{\"name\": \"x\", \"base\": {\"mode\": \"zzz\"}}"),
                "Base/discriminator/mapping");
        for (var one : said.entrySet()) {
            Set<String> described = new TreeSet<>();
            JsonNode values = schemas.at("/" + one.getValue());
            values.fieldNames().forEachRemaining(described::add);
            values.forEach(value -> {
                if (values.isArray()) {
                    described.add(value.asText());
                }
            });
            assertTrue(described.size() > 1, one.getValue() + ": " + schemas.at("/" + one.getValue()));
            assertEquals(described, new TreeSet<>(List.of(one.getKey().split(", ", -1))), one.getValue());
        }
    }

    private static String listed(String path, String token, String body) {
        HttpResponse<String> refused = SERVER.post(path, token, body);
        assertEquals(400, refused.statusCode(), refused.body());
        assertTrue(detail(refused).startsWith("one of "), refused.body());
        return detail(refused).replace("one of ", "");
    }

    /** Clients send a Content-Type with every request, whether it has a body or not. */
    @Test
    void aContentTypeWithoutABodyIsNoReasonToRefuse() {
        String token = tokenIn("EUR");
        List<ApiRoutes.Route> without = ApiRoutes.all()
                .filter(route -> route.body() == null)
                .filter(route -> !route.operator())
                .toList();
        assertTrue(without.stream()
                        .filter(route -> route.method().equals("DELETE"))
                        .count()
                >= 8);
        for (ApiRoutes.Route route : without) {
            String allowed = route.writes() ? "application/json" : "text/html, application/json, text/plain, */*";
            for (String type : List.of(
                    "application/json",
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "image/png")) {
                HttpResponse<String> answer = SERVER.send(
                        route.method(),
                        route.path(),
                        token,
                        BodyPublishers.noBody(),
                        "Content-Type",
                        type,
                        "Accept",
                        allowed);
                assertTrue(
                        answer.statusCode() != 415 && answer.statusCode() < 500,
                        route + " as " + type + ": " + answer.body());
            }
        }
    }

    @Test
    void nothingAndAnEmptyObjectAreTheSameWhereNothingIsToBeSaid() {
        String token = tokenIn("EUR");
        for (String path : List.of("/category-mappings/apply", "/dashboard/cache/warm")) {
            HttpResponse<String> first = SERVER.send(
                    "POST", path, token, BodyPublishers.noBody(), "Idempotency-Key", "same" + path.length());
            HttpResponse<String> again = SERVER.post(path, token, "{}", "Idempotency-Key", "same" + path.length());
            assertEquals(2, first.statusCode() / 100, first.body());
            assertEquals(first.statusCode(), again.statusCode(), again.body());
            assertEquals(first.body(), again.body());
            assertEquals(
                    "true", again.headers().firstValue("Idempotency-Replayed").orElse(""));
            assertEquals(2, SERVER.post(path, token, " {} ").statusCode() / 100);
            for (String said : List.of("{\"months\": 3}", "[]", "{", "x")) {
                assertEquals(400, SERVER.post(path, token, said).statusCode(), path + " " + said);
            }
        }
    }
}
