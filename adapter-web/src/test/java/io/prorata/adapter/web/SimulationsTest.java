package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is simulated is what the same requests, really sent, make of the books; and nothing is written. It is January 2024. */
class SimulationsTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEEDS = Integer.getInteger("prorata.examples", 12);
    private static final YearMonth FROM = AnyHousehold.JANUARY.minusMonths(1);
    private static final YearMonth TO = AnyHousehold.JANUARY.plusMonths(4);
    private static final List<String> FIGURES = List.of(
            "total_expenses", "total_provisions", "total_fixed", "total_variable", "net_income", "net_available");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private record Request(String method, String path, String body) {

        ObjectNode json() throws IOException {
            ObjectNode json = JSON.createObjectNode().put("method", method).put("path", path);
            if (!body.isEmpty()) {
                json.set("body", JSON.readTree(body));
            }
            return json;
        }
    }

    private static String simulation(YearMonth from, YearMonth to, List<Request> changes) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("from", from.toString()).put("to", to.toString());
        ArrayNode list = json.putArray("changes");
        for (Request change : changes) {
            list.add(change.json());
        }
        return json.toString();
    }

    private static Request change(SplittableRandom random, AnyHousehold any, int number) {
        YearMonth from = AnyHousehold.JANUARY.plusMonths(random.nextInt(-1, 4));
        String query = "?from=" + from + "&restate=true";
        long id = 1L + random.nextInt(7);
        String amount = String.valueOf(1 + random.nextInt(900));
        String member = any.members().get(random.nextInt(any.members().size())).text();
        String split = random.nextBoolean()
                ? "{\"mode\": \"equal\"}"
                : "{\"mode\": \"member\", \"member\": \"" + member + "\"}";
        return switch (random.nextInt(13)) {
            case 10 ->
                new Request(
                        "POST",
                        "/budgets",
                        "{\"category\": \"" + (random.nextBoolean() ? "New " + number : "courSES")
                                + "\", \"amount\": \"" + amount + "\", \"from\": \"" + from + "\", \"split\": " + split
                                + "}");
            case 11 ->
                new Request(
                        random.nextBoolean() ? "PUT" : "PATCH",
                        "/budgets/" + (1 + random.nextInt(3)) + query,
                        "{\"category\": \"Budget\", \"amount\": \"" + amount + "\"}");
            case 12 -> new Request("DELETE", "/budgets/" + (1 + random.nextInt(3)) + query, "");
            case 0 -> {
                StringBuilder members = new StringBuilder();
                any.members()
                        .forEach(key -> members.append(members.isEmpty() ? "" : ", ")
                                .append("{\"member\": \"" + key.text() + "\", \"net\": \"" + (1 + random.nextInt(4000))
                                        + "\"}"));
                yield new Request(
                        "POST",
                        "/configs?restate=true",
                        "{\"from\": \"" + from + "\", \"key\": {\"mode\": \"equal\"}, \"members\": [" + members + "]}");
            }
            case 1 ->
                new Request(
                        "POST",
                        "/fixed-expenses",
                        "{\"label\": \"New " + number + "\", \"category\": \"Sport\", \"amount\": \"" + amount
                                + "\", \"frequency\": \"quarterly\", \"from\": \"" + from + "\", \"split\": " + split
                                + "}");
            case 2 ->
                new Request(
                        "PUT",
                        "/fixed-expenses/" + id + query,
                        "{\"label\": \"Other\", \"category\": \"Sport\", \"amount\": \"" + amount
                                + "\", \"frequency\": \"annual\", \"due_month\": \"2024-06\"}");
            case 3 -> new Request("PATCH", "/fixed-expenses/" + id + query, "{\"amount\": \"" + amount + "\"}");
            case 4 -> new Request("DELETE", "/fixed-expenses/" + id + query, "");
            case 5 ->
                new Request(
                        "POST",
                        "/provisions",
                        "{\"name\": \"New " + number + "\", \"base\": {\"mode\": \"to_target\", \"by\": \"2024-12\"},"
                                + " \"target\": \"" + amount + "\", \"from\": \"" + from + "\", \"split\": " + split
                                + "}");
            case 6 -> new Request("PATCH", "/provisions/" + id + query, "{\"target\": \"" + amount + "\"}");
            case 7 -> new Request("DELETE", "/provisions/" + id + query, "");
            case 8 ->
                new Request(
                        "POST",
                        "/provisions/" + id + (random.nextBoolean() ? "/contributions" : "/withdrawals"),
                        "{\"date\": \"" + from.atDay(3) + "\", \"amount\": \"" + amount + "\"}");
            default ->
                new Request(
                        "POST",
                        "/transactions",
                        "{\"date\": \"" + from.atDay(4) + "\", \"label\": \"Row\", \"amount\": \"-" + amount
                                + "\", \"category\": \"" + (random.nextBoolean() ? "Courses" : "courSES") + "\""
                                + (random.nextBoolean()
                                        ? ", \"expense_type\": \"PROVISION\", \"provision_id\": " + id
                                        : ", \"split\": " + split)
                                + "}");
        };
    }

    @Test
    void whatIsSimulatedIsWhatTheSameRequestsReallySentShow() throws IOException {
        int simulated = 0;
        int different = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            AnyHousehold any = AnyHousehold.of(seed, SERVER);
            String token = SERVER.token(any.id(), Tokens.TokenScope.WRITE);
            // The rows that are made up have ids that nobody has reserved.
            SERVER.books().write(any.id(), Actor.COMMAND_LINE, books -> {
                books.ledger().nextIds(any.id(), any.rows().size());
                return new Decision<>(
                        "reserved", new Change.HouseholdRevised(), AuditEntry.added("reserved", any.id()));
            });
            List<Request> changes = new ArrayList<>();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                changes.add(change(random, any, i));
            }
            Map<YearMonth, JsonNode> before = summaries(token);
            HttpResponse<String> answer = SERVER.post("/simulations", token, simulation(FROM, TO, changes));
            String about = "seed " + seed + ": " + changes + " " + answer.body();
            if (answer.statusCode() == 200) {
                JsonNode shown = JSON.readTree(answer.body());
                assertEquals(before, summaries(token), about);
                for (Request change : changes) {
                    HttpResponse<String> made =
                            SERVER.json(change.method(), change.path(), token, change.body(), "If-Match", "*");
                    assertTrue(made.statusCode() / 100 == 2, about + " " + made.body());
                }
                different += compare(before, summaries(token), shown, about);
                simulated++;
            } else {
                requireSameRefusal(token, changes, JSON.readTree(answer.body()), about);
            }
        }
        assertTrue(simulated > SEEDS / 2, "simulated: " + simulated);
        assertTrue(different > SEEDS, "months that differ: " + different);
        assertTrue(budgeted > SEEDS / 2, "budgets that differ: " + budgeted);
    }

    /** What is refused is refused for real, unless two changes contradict each other. */
    private static void requireSameRefusal(String token, List<Request> changes, JsonNode refused, String about) {
        String pointer = refused.at("/errors/0/pointer").asText();
        int place = Integer.parseInt(pointer.split("/", -1)[2]);
        if (refused.at("/errors/0/detail").asText().contains("says otherwise")) {
            return;
        }
        for (int i = 0; i <= place; i++) {
            Request change = changes.get(i);
            HttpResponse<String> made =
                    SERVER.json(change.method(), change.path(), token, change.body(), "If-Match", "*");
            assertEquals(i < place, made.statusCode() / 100 == 2, about + " " + made.body());
            assertTrue(i < place || made.body().contains(refused.path("type").asText()), about + " " + made.body());
        }
    }

    private static Map<YearMonth, JsonNode> summaries(String token) throws IOException {
        Map<YearMonth, JsonNode> summaries = new TreeMap<>();
        for (YearMonth month = FROM; !month.isAfter(TO); month = month.plusMonths(1)) {
            ObjectNode summary = (ObjectNode) shown("/dashboard/summary?month=" + month, token);
            summary.set(
                    "budgets",
                    shown("/dashboard/expenses?month=" + month, token).path("budgets"));
            summaries.put(month, summary);
        }
        return summaries;
    }

    private static JsonNode shown(String path, String token) throws IOException {
        return JSON.readTree(SERVER.get(path, token).body());
    }

    private static int budgeted;

    private static int compare(
            Map<YearMonth, JsonNode> before, Map<YearMonth, JsonNode> after, JsonNode shown, String about) {
        int different = 0;
        for (JsonNode month : shown.path("months")) {
            YearMonth at = YearMonth.parse(month.path("month").asText());
            JsonNode is = Objects.requireNonNull(before.get(at));
            JsonNode becomes = Objects.requireNonNull(after.get(at));
            requireFigures(is, month.path("baseline"), about + " in " + at);
            requireFigures(becomes, month.path("outcome"), about + " in " + at);
            Map<String, Map<String, BigDecimal>> were = lines(is);
            Map<String, Map<String, BigDecimal>> are = lines(becomes);
            Map<String, Map<String, BigDecimal>> named = new TreeMap<>();
            for (JsonNode line : month.path("lines")) {
                named.put(
                        key(line.path("kind").asText(), line.path("id").asLong(), line.path("name")),
                        differences(line));
                assertEquals(
                        decimal(line.path("outcome")),
                        are.getOrDefault(
                                        key(
                                                line.path("kind").asText(),
                                                line.path("id").asLong(),
                                                line.path("name")),
                                        Map.of())
                                .getOrDefault("", BigDecimal.ZERO),
                        about + " in " + at + ": " + line);
            }
            assertEquals(different(were, are), named, about + " in " + at);
            Map<String, Map<String, BigDecimal>> budgets = new TreeMap<>();
            month.path("budgets").forEach(line -> budgets.put(line.path("id").asText(), differences(line)));
            assertEquals(different(budgets(is), budgets(becomes)), budgets, about + " in " + at);
            different += named.isEmpty() && budgets.isEmpty() ? 0 : 1;
            budgeted += budgets.size();
        }
        return different;
    }

    /** What each line would cost more, in all and by member; of lines without any difference there is nothing. */
    private static Map<String, Map<String, BigDecimal>> different(
            Map<String, Map<String, BigDecimal>> were, Map<String, Map<String, BigDecimal>> are) {
        Map<String, Map<String, BigDecimal>> different = new TreeMap<>();
        Set<String> all = new HashSet<>(were.keySet());
        all.addAll(are.keySet());
        for (String line : all) {
            Map<String, BigDecimal> was = were.getOrDefault(line, Map.of());
            Map<String, BigDecimal> is = are.getOrDefault(line, Map.of());
            Map<String, BigDecimal> more = new TreeMap<>();
            was.keySet().forEach(member -> more.put(member, BigDecimal.ZERO));
            is.keySet().forEach(member -> more.put(member, BigDecimal.ZERO));
            more.replaceAll((member, none) -> plain(
                    is.getOrDefault(member, BigDecimal.ZERO).subtract(was.getOrDefault(member, BigDecimal.ZERO))));
            if (more.values().stream().anyMatch(amount -> amount.signum() != 0)) {
                different.put(line, more);
            }
        }
        return different;
    }

    private static Map<String, BigDecimal> differences(JsonNode line) {
        Map<String, BigDecimal> differences = new TreeMap<>();
        differences.put("", decimal(line.path("difference")));
        line.path("member_differences")
                .properties()
                .forEach(share -> differences.put(share.getKey(), decimal(share.getValue())));
        return differences;
    }

    /** What each line of a summary costs, in all (without a name) and by member. */
    private static Map<String, Map<String, BigDecimal>> lines(JsonNode summary) {
        Map<String, Map<String, BigDecimal>> lines = new TreeMap<>();
        for (JsonNode line : summary.path("provisions")) {
            if (!line.path("ended").asBoolean()) {
                lines.put(key("provision", line.path("id").asLong(), line), amounts(line, "monthly_amount"));
            }
        }
        for (JsonNode line : summary.path("fixed_expenses")) {
            lines.put(key("fixed_expense", line.path("id").asLong(), line), amounts(line, "monthly_amount"));
        }
        for (JsonNode line : summary.path("categories")) {
            lines.put(key("category", 0, line.path("category")), amounts(line, "total_amount"));
        }
        return lines;
    }

    private static Map<String, Map<String, BigDecimal>> budgets(JsonNode summary) {
        Map<String, Map<String, BigDecimal>> budgets = new TreeMap<>();
        summary.path("budgets").forEach(line -> budgets.put(line.path("id").asText(), amounts(line, "monthly_amount")));
        return budgets;
    }

    private static String key(String kind, long id, JsonNode name) {
        return kind + " " + (kind.equals("category") ? name.toString() : id);
    }

    private static Map<String, BigDecimal> amounts(JsonNode line, String total) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        amounts.put("", decimal(line.path(total)));
        line.path("shares").properties().forEach(share -> amounts.put(share.getKey(), decimal(share.getValue())));
        return amounts;
    }

    private static BigDecimal decimal(JsonNode amount) {
        return plain(new BigDecimal(amount.asText()));
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    private static void requireFigures(JsonNode summary, JsonNode side, String about) {
        for (String figure : FIGURES) {
            assertEquals(
                    summary.at("/summary/" + figure).asText(), side.path(figure).asText(), about + " " + figure);
        }
        assertEquals(summary.at("/summary/member_totals"), side.path("member_totals"), about);
    }

    private static final String BILL = """
            {"label": "Gym", "category": "Sport", "amount": "30", "frequency": "monthly", "from": "2024-02"}""";

    @Test
    void noChangeNoDifference() throws IOException {
        for (long seed = 0; seed < 3; seed++) {
            AnyHousehold any = AnyHousehold.of(seed, SERVER);
            String token = SERVER.token(any.id(), Tokens.TokenScope.WRITE);
            JsonNode shown = JSON.readTree(SERVER.post("/simulations", token, simulation(FROM, TO, List.of()))
                    .body());
            assertEquals(shown.path("baseline"), shown.path("outcome"), "seed " + seed);
            assertEquals("[]", shown.path("lines").toString(), "seed " + seed);
            assertEquals("[]", shown.path("budgets").toString(), "seed " + seed);
            assertEquals(
                    0, decimal(shown.path("difference").path("total_expenses")).signum(), "seed " + seed);
            assertEquals(6, shown.path("months").size());
        }
    }

    @Test
    void nothingIsWrittenAndAWriteMayBeUnderWayMeanwhile() throws IOException {
        var household = SERVER.found();
        String token = SERVER.token(household, Tokens.TokenScope.WRITE);
        HttpResponse<String> before = SERVER.get("/fixed-expenses?all=true", token);
        String asked = simulation(FROM, TO, List.of(new Request("POST", "/fixed-expenses", BILL)));
        HttpResponse<String> shown = SERVER.books()
                .write(
                        household,
                        Actor.COMMAND_LINE,
                        books -> Decision.unchanged(SERVER.post("/simulations", token, asked), Stamp.NEVER))
                .result();
        assertEquals(200, shown.statusCode(), shown.body());
        assertEquals(
                List.of("120.00"), JSON.readTree(shown.body()).path("lines").findValuesAsText("outcome"));
        HttpResponse<String> after = SERVER.get("/fixed-expenses?all=true", token);
        assertEquals(before.body(), after.body());
        assertEquals(before.headers().firstValue("X-Revision"), after.headers().firstValue("X-Revision"));
        assertEquals(before.headers().firstValue("X-Revision"), shown.headers().firstValue("X-Revision"));
    }

    @Test
    void aTokenThatOnlyReadsIsEnoughAndNothingIsWrittenNotEvenAnAnswer() throws IOException {
        var household = SERVER.found();
        String admin = SERVER.token(household, Tokens.TokenScope.ADMIN);
        String reader = SERVER.token(household, Tokens.TokenScope.READ);
        String revision = SERVER.get("/household", admin)
                .headers()
                .firstValue("X-Revision")
                .orElseThrow();
        String export = SERVER.get("/export", admin).body();

        String bill = simulation(FROM, TO, List.of(new Request("POST", "/fixed-expenses", BILL)));
        HttpResponse<String> first = SERVER.post("/simulations", reader, bill, "Idempotency-Key", "k");
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(first.body(), SERVER.post("/simulations", reader, bill).body());
        // A key is of no use here: nothing is stored under it, so that another request may name it.
        HttpResponse<String> other =
                SERVER.post("/simulations", reader, simulation(FROM, TO, List.of()), "Idempotency-Key", "k");
        assertEquals(200, other.statusCode(), other.body());
        assertTrue(other.headers().firstValue("Idempotency-Replayed").isEmpty());
        assertEquals("[]", JSON.readTree(other.body()).path("lines").toString());

        assertEquals(
                revision,
                SERVER.get("/household", admin)
                        .headers()
                        .firstValue("X-Revision")
                        .orElseThrow());
        assertEquals(export, SERVER.get("/export", admin).body());
        assertEquals(403, SERVER.post("/fixed-expenses", reader, BILL).statusCode());
    }

    private record Refused(int status, String pointer, String detail) {}

    private static List<Refused> refused(String token, String body) throws IOException {
        HttpResponse<String> answer = SERVER.post("/simulations", token, body);
        assertTrue(answer.statusCode() / 100 == 4, answer.body());
        List<Refused> refused = new ArrayList<>();
        JSON.readTree(answer.body())
                .path("errors")
                .forEach(error -> refused.add(new Refused(
                        answer.statusCode(),
                        error.path("pointer").asText(),
                        error.path("detail").asText())));
        return refused;
    }

    private static List<Refused> refused(String token, Request... changes) throws IOException {
        return refused(token, simulation(FROM, TO, List.of(changes)));
    }

    @Test
    void badInputIsRefusedWithItsPlace() throws IOException {
        AnyHousehold any = AnyHousehold.of(1, SERVER);
        String token = SERVER.token(any.id(), Tokens.TokenScope.WRITE);
        String patch = "{\"amount\": \"1\"}";

        var contradiction = refused(
                token,
                new Request("PATCH", "/fixed-expenses/2?from=2024-03", patch),
                new Request("DELETE", "/fixed-expenses/2?from=2024-03", ""));
        assertEquals(
                List.of(new Refused(
                        422,
                        "/changes/1",
                        "an earlier change, /changes/0, says otherwise of the same fixed expense from 2024-03")),
                contradiction);
        String config = "{\"members\": [{\"member\": \"member1\", \"net\": \"1\"}]}";
        assertEquals(
                "/changes/1",
                refused(token, new Request("POST", "/configs", config), new Request("POST", "/configs", config))
                        .getFirst()
                        .pointer());

        YearMonth far = FROM.plusMonths(9_999);
        assertEquals(
                List.of(new Refused(422, "/to", "a simulation has 1 to 60 months")),
                refused(token, simulation(FROM, far, List.of())));
        assertEquals(
                List.of(new Refused(422, "/to", "a simulation has 1 to 60 months")),
                refused(token, simulation(TO, FROM, List.of())));

        for (String path : List.of(
                "/accounts", "/settlements", "/fixed-expenses/x", "/fixed-expenses/1/timeline", "/nowhere", "")) {
            Refused unknown = refused(token, new Request("POST", path, "{}")).getFirst();
            assertEquals("/changes/0/path", unknown.pointer(), path);
            assertTrue(unknown.detail().contains("POST /configs"), unknown.detail());
        }
        assertEquals(
                List.of(new Refused(422, "/changes/0/path", "no such parameter; there are from, restate")),
                refused(token, new Request("PATCH", "/fixed-expenses/1?form=2024-02", patch)));
        assertEquals(
                "/changes/0/path",
                refused(token, new Request("PATCH", "/fixed-expenses/1?from=2024-2", patch))
                        .getFirst()
                        .pointer());

        // The errors of all changes at once, each at its place.
        List<Refused> errors = refused(
                token,
                new Request("POST", "/fixed-expenses", "{\"label\": 5, \"category\": \"x\", \"amount\": \"1\"}"),
                new Request("DELETE", "/fixed-expenses/1", "{}"),
                new Request("POST", "/provisions", ""));
        assertEquals(
                List.of("/changes/0/body/label", "/changes/0/body/frequency", "/changes/1/body", "/changes/2/body"),
                errors.stream().map(Refused::pointer).toList());
        assertEquals(400, errors.getFirst().status());

        // As for real: a month that is over, an unknown bill, an unknown member.
        assertEquals(
                List.of(new Refused(409, "/changes/0/path", "2023-12 is over")),
                refused(token, new Request("DELETE", "/fixed-expenses/1?from=2023-12", "")));
        assertEquals(
                404,
                refused(token, new Request("DELETE", "/fixed-expenses/99", ""))
                        .getFirst()
                        .status());
        assertEquals(
                "/changes/0/body/split/member",
                refused(
                                token,
                                new Request(
                                        "PATCH",
                                        "/fixed-expenses/1",
                                        "{\"split\": {\"mode\": \"member\", \"member\": \"nobody\"}}"))
                        .getFirst()
                        .pointer());
        assertEquals(
                "/changes/0/body/amount",
                refused(token, new Request("PATCH", "/fixed-expenses/1", "{\"amount\": \"x\"}"))
                        .getFirst()
                        .pointer());
    }

    @Test
    void theLargestIncomesAreSimulatedAndLargerOnesRefused() throws IOException {
        String token = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);
        String config =
                "{\"members\": [{\"member\": \"member1\", \"net\": \"%1$s\"}, {\"member\": \"member2\", \"net\": \"%1$s\"}]}";
        String most = config.formatted("100000000000.00");
        HttpResponse<String> shown = SERVER.post(
                "/simulations",
                token,
                simulation(
                        AnyHousehold.JANUARY,
                        AnyHousehold.JANUARY.plusMonths(59),
                        List.of(new Request("POST", "/configs", most))));
        assertEquals(200, shown.statusCode(), shown.body());
        assertEquals(
                "12000000000000.00",
                JSON.readTree(shown.body()).at("/difference/net_income").asText());
        assertEquals(
                "/changes/0/body/members/0/net",
                refused(token, new Request("POST", "/configs", config.formatted("10000000000000")))
                        .getFirst()
                        .pointer());
    }
}
