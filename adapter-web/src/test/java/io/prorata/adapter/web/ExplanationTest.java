package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every figure of a month's summary is explained, and a program that knows nothing of ours comes to the same. */
class ExplanationTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Map<String, String> shown(String view, String token) throws IOException {
        Map<String, String> figures = new TreeMap<>();
        HttpResponse<String> answer = SERVER.get(view, token);
        assertEquals(200, answer.statusCode(), answer.body());
        DerivationCheck.figures("", JSON.readTree(answer.body()), figures);
        return figures;
    }

    /** The views of a month, by the parameters that an explanation takes for them. */
    private static Map<String, String> views(YearMonth month) {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("month=" + month, "/dashboard/summary");
        views.put("view=provisions&month=" + month, "/dashboard/provisions/details");
        String before = "from=" + month + "&to=" + month + "&include_before=true&basis=plan";
        views.put("view=settlement&" + before, "/settlement");
        if (month.equals(AnyHousehold.JANUARY)) {
            views.put("view=settlement&from=" + month.minusMonths(2) + "&to=" + month + "&basis=actual", "/settlement");
        }
        return views;
    }

    @Test
    void everyFigureOfRandomHouseholdsIsComputedAgain() throws IOException, ReflectiveOperationException {
        Map<String, Integer> explained = new TreeMap<>();
        for (long seed = 1; seed < 3; seed++) {
            AnyHousehold any = AnyHousehold.of(seed, SERVER);
            String token = SERVER.token(any.id(), Tokens.TokenScope.ADMIN);
            new AnyDues(any, SERVER, token, seed).make(seed == 2);
            Map<String, String> answers = new HashMap<>();
            DerivationCheck check = DerivationCheck.of(address -> answers.computeIfAbsent(
                    address, asked -> SERVER.get(asked, token).body()));
            for (YearMonth month : List.of(AnyHousehold.JANUARY.minusMonths(2), AnyHousehold.JANUARY)) {
                for (var view : views(month).entrySet()) {
                    if (seed == 2 && !view.getKey().contains("from=2024-01")) {
                        continue;
                    }
                    String parameters = view.getKey().replaceFirst("^view=[a-z]+&", "");
                    for (var figure :
                            shown(view.getValue() + "?" + parameters, token).entrySet()) {
                        String about = "seed " + seed + ", " + view.getKey() + ": " + figure;
                        String address = DerivationCheck.explain(figure.getKey(), view.getKey());
                        assertEquals(figure.getValue(), check.figure(address), about);
                        String answer = Objects.requireNonNull(answers.get(address));
                        assertTrue(answer.contains("\"value\":\"" + figure.getValue() + "\",\"names\""), about);
                        assertEquals(List.of(), check.faults(), about);
                        explained.merge(view.getValue(), 1, Integer::sum);
                        Matcher steps = Pattern.compile("\"step\":\"([a-z]+)\"").matcher(answer);
                        while (steps.find()) {
                            explained.merge(steps.group(1), 1, Integer::sum);
                        }
                        if (figure.getKey().startsWith("/to_confirm")) {
                            explained.merge("to confirm", 1, Integer::sum);
                        }
                    }
                }
            }
        }
        assertEquals(
                Set.of(
                        "allocate",
                        "difference",
                        "figure",
                        "max",
                        "min",
                        "net",
                        "part",
                        "percent",
                        "rate",
                        "row",
                        "rows"),
                filtered(explained.keySet(), "allocate|difference|figure|max|min|net|part|percent|rate|row|rows"));
        assertEquals(
                Set.of("scheduled", "stated", "sum", "towards", "transfer", "to confirm"),
                filtered(explained.keySet(), "scheduled|stated|sum|towards|transfer|to confirm"));
        assertTrue(explained.getOrDefault("/dashboard/summary", 0) > 200, explained.toString());
        assertTrue(explained.getOrDefault("/settlement", 0) > 150, explained.toString());
        assertTrue(explained.getOrDefault("/dashboard/provisions/details", 0) > 100, explained.toString());
    }

    private static Set<String> filtered(Set<String> names, String wanted) {
        return names.stream().filter(name -> name.matches(wanted)).collect(Collectors.toSet());
    }

    /** Without blank lines and comments. */
    @Test
    void theProgramIsOfEightyLinesBesidesReadingJson() throws IOException {
        String program = Files.readString(DerivationCheck.PROGRAM);
        String computing = program.substring(0, program.indexOf("// Reading JSON"));
        long lines = computing
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("/**") && !line.startsWith("//"))
                .count();
        assertTrue(lines <= 80, "lines: " + lines);
    }

    /** Figures whose derivations have steps of every kind, as addresses. */
    private static List<String> addresses() {
        String settlement = "view=settlement&from=2023-11&to=2024-01&include_before=true";
        return List.of(
                DerivationCheck.explain("/summary/net_available", AnyHousehold.JANUARY),
                DerivationCheck.explain("/provisions/0/balance", AnyHousehold.JANUARY),
                DerivationCheck.explain("/to_confirm/total_amount", AnyHousehold.JANUARY),
                DerivationCheck.explain("/totals/total_balance", "view=provisions&month=2024-01"),
                DerivationCheck.explain("/members/member1/due", settlement),
                DerivationCheck.explain("/transfers/0/amount", settlement));
    }

    @Test
    void everyLeafHasAnAddressThatIsThere() {
        AnyHousehold any = AnyHousehold.of(1, SERVER);
        String token = SERVER.token(any.id(), Tokens.TokenScope.ADMIN);
        new AnyDues(any, SERVER, token, 1).make(false);
        Map<String, Integer> seen = new TreeMap<>();
        for (String address : addresses()) {
            Matcher addresses = Pattern.compile("\"address\":\"([^\"]+)\"")
                    .matcher(SERVER.get(address, token).body());
            while (addresses.find()) {
                if (seen.merge(addresses.group(1), 1, Integer::sum) == 1) {
                    assertEquals(
                            200,
                            SERVER.get(addresses.group(1), token).statusCode(),
                            address + " leads to " + addresses.group(1));
                }
            }
        }
        for (String kind : List.of(
                "/configs/", "/fixed-expenses/", "/provisions/", "/settlements/", "/transactions?", "/explain?")) {
            assertTrue(seen.keySet().stream().anyMatch(address -> address.startsWith(kind)), kind + " in " + seen);
        }
    }

    /** A tree with a wrong value somewhere inside is found, whichever value it is. */
    @Test
    void aPlantedWrongValueIsFound() throws ReflectiveOperationException {
        AnyHousehold any = AnyHousehold.of(1, SERVER);
        String token = SERVER.token(any.id(), Tokens.TokenScope.ADMIN);
        new AnyDues(any, SERVER, token, 1).make(false);
        Map<String, String> answers = new HashMap<>();
        UnaryOperator<String> get = address -> answers.computeIfAbsent(
                address, asked -> SERVER.get(asked, token).body());
        Map<String, Integer> planted = new TreeMap<>();
        for (String address : addresses()) {
            String right = get.apply(address);
            // Of leaves that somebody stated nobody but the person knows that they are wrong.
            Matcher inner = Pattern.compile("\"step\":\"(?!stated)([a-z]+)\",\"value\":\"")
                    .matcher(right);
            while (inner.find()) {
                if (planted.merge(inner.group(1), 1, Integer::sum) > 8) {
                    continue;
                }
                String wrong = right.substring(0, inner.end())
                        + "1"
                        + right.substring(inner.end()).replaceFirst("^-", "");
                DerivationCheck check = DerivationCheck.of(asked -> asked.equals(address) ? wrong : get.apply(asked));
                check.figure(address);
                assertFalse(check.faults().isEmpty(), "not found at " + inner.end() + ": " + wrong);
            }
        }
        assertTrue(
                planted.keySet()
                        .containsAll(Set.of(
                                "sum",
                                "difference",
                                "net",
                                "rate",
                                "part",
                                "allocate",
                                "rows",
                                "figure",
                                "row",
                                "scheduled",
                                "transfer")),
                planted.toString());
    }

    @Test
    void whatIsNoFigureIsRefused() {
        AnyHousehold any = AnyHousehold.of(1, SERVER);
        String token = SERVER.token(any.id(), Tokens.TokenScope.READ);
        Stream.of(
                        "",
                        "/",
                        "/summary",
                        "/summary/",
                        "summary/total_expenses",
                        "/provisions/99/balance",
                        "/provisions/-/balance",
                        "/summary/member_totals/nobody",
                        "/summary/split_basis",
                        "/month",
                        "/../household",
                        "x".repeat(2000))
                .forEach(figure -> {
                    HttpResponse<String> refused =
                            SERVER.get(DerivationCheck.explain(figure, AnyHousehold.JANUARY), token);
                    assertTrue(
                            refused.statusCode() == 422 || refused.statusCode() == 400,
                            figure + ": " + refused.statusCode() + " " + refused.body());
                    assertTrue(refused.body().contains("\"figure\""), refused.body());
                });
        for (String figure : List.of("/due/nobody", "/transfers/99/amount", "/months/0", "/summary/net_income")) {
            String address = DerivationCheck.explain(figure, "view=settlement&to=2024-01");
            HttpResponse<String> refused = SERVER.get(address, token);
            assertEquals(422, refused.statusCode(), figure + ": " + refused.body());
            assertTrue(refused.body().contains("the view settlement of 2024-01 shows no figure there"), refused.body());
        }
        assertEquals(
                422,
                SERVER.get(DerivationCheck.explain("/total_expenses", "view=provisions"), token)
                        .statusCode());
    }

    @Test
    void aFigureIsFoundByWhatItIsAbout() throws IOException {
        AnyHousehold any = AnyHousehold.of(1, SERVER);
        String token = SERVER.token(any.id(), Tokens.TokenScope.ADMIN);
        new AnyDues(any, SERVER, token, 1).make(false);
        Map<String, String> pointers = new LinkedHashMap<>();
        pointers.put("of=member:member2&month=2024-01", "/summary/member_totals/member2");
        pointers.put("of=member:Name%20of%20member2&month=2024-01", "/summary/member_totals/member2");
        pointers.put("of=bill:2&month=2024-01", "/fixed_expenses/1/monthly_amount");
        pointers.put("of=bill:bill%202&month=2024-01", "/fixed_expenses/1/monthly_amount");
        pointers.put("of=category:&month=2024-01", "/categories/[0-9]+/total_amount");
        pointers.put("of=category:COURSES&month=2024-01", "/categories/[0-9]+/total_amount");
        pointers.put("of=provision:3&month=2024-01", "/provisions/[0-9]/monthly_amount");
        pointers.put("of=provision:Provision%203&view=provisions&month=2024-01", "/provisions/[0-9]/monthly_amount");
        pointers.put("of=member:member1&view=settlement&to=2024-01", "/members/member1/due");
        for (var pointer : pointers.entrySet()) {
            HttpResponse<String> answer = SERVER.get("/explain?" + pointer.getKey(), token);
            assertEquals(200, answer.statusCode(), pointer + " " + answer.body());
            String found = JSON.readTree(answer.body()).path("figure").asText();
            assertTrue(found.matches(pointer.getValue()), pointer + " " + found);
        }
        JsonNode transfer = JSON.readTree(
                        SERVER.get("/settlement?to=2024-01", token).body())
                .at("/transfers/0");
        String both = transfer.path("from").asText() + ":" + transfer.path("to").asText();
        String back = transfer.path("to").asText() + ":" + transfer.path("from").asText();
        for (String parties : List.of(both, back)) {
            assertEquals(
                    transfer.path("amount").asText(),
                    JSON.readTree(SERVER.get("/explain?view=settlement&to=2024-01&of=transfer:" + parties, token)
                                    .body())
                            .path("value")
                            .asText());
        }
        for (String nothing : List.of("member:nobody", "bill:99", "provision:Boat", "category:Boats", "transfer:a:b")) {
            HttpResponse<String> refused = SERVER.get("/explain?month=2024-01&of=" + nothing, token);
            assertEquals(422, refused.statusCode(), nothing + " " + refused.body());
            assertTrue(refused.body().contains("\"of\""), refused.body());
        }
    }

    @Test
    void parametersAreThoseOfTheView() {
        String token = SERVER.token(AnyHousehold.of(1, SERVER).id(), Tokens.TokenScope.READ);
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("/explain?month=2024-01", "\"figure\"");
        refused.put("/explain?figure=/summary/net_income&of=member:member1", "\"figure\"");
        refused.put("/explain?of=boat:1", "\"of\"");
        refused.put("/explain?of=member1", "\"of\"");
        refused.put("/explain?figure=/summary/net_income&month=2024-13", "\"month\"");
        refused.put("/explain?figure=/due/pot&view=year", "\"view\"");
        refused.put("/explain?figure=/due/pot&view=settlement&month=2024-01", "\"month\"");
        refused.put("/explain?figure=/due/pot&view=settlement&basis=hope", "\"basis\"");
        refused.put("/explain?figure=/total_net&view=provisions&from=2024-01", "\"from\"");
        refused.put("/explain?figure=/summary/net_income&to=2024-01&basis=plan", "\"basis\"");
        refused.forEach((address, named) -> {
            HttpResponse<String> answer = SERVER.get(address, token);
            assertEquals(400, answer.statusCode(), address + " " + answer.body());
            assertTrue(answer.body().contains(named), address + " " + answer.body());
        });
        for (String months : List.of("from=2024-02&to=2024-01", "from=2000-01&to=2024-01")) {
            assertEquals(
                    422,
                    SERVER.get("/explain?figure=/due/pot&view=settlement&" + months, token)
                            .statusCode(),
                    months);
        }
        assertEquals(
                200,
                SERVER.get("/explain?figure=/due/pot&view=settlement", token).statusCode());
    }

    /** Before anybody is there, totals are those of nothing. */
    @Test
    void aMonthWithoutAConfigIsExplained() throws IOException, ReflectiveOperationException {
        String token = SERVER.token(AnyHousehold.of(2, SERVER).id(), Tokens.TokenScope.READ);
        DerivationCheck check =
                DerivationCheck.of(address -> SERVER.get(address, token).body());
        for (String figure : List.of(
                DerivationCheck.explain("/summary/net_income", YearMonth.of(1990, 1)),
                DerivationCheck.explain("/totals/monthly_amount", "view=provisions&month=1990-01"),
                DerivationCheck.explain("/members/member1/due", "view=settlement&from=1990-01&to=1990-02"))) {
            assertEquals(0, new BigDecimal(check.figure(figure)).signum(), figure);
        }
        assertEquals(List.of(), check.faults());
        assertEquals(
                422,
                SERVER.get(DerivationCheck.explain("/summary/member_totals/member1", YearMonth.of(1990, 1)), token)
                        .statusCode());
        assertEquals(
                422,
                SERVER.get(
                                DerivationCheck.explain(
                                        "/months/0/members/member1/due", "view=settlement&from=1990-01&to=1990-01"),
                                token)
                        .statusCode());
    }

    @Test
    void anAnswerIsCurrentUntilTheMonthChanges() {
        String token = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
        String address = DerivationCheck.explain("/summary/total_expenses", AnyHousehold.JANUARY);
        String tag = SERVER.get(address, token).headers().firstValue("ETag").orElse("");
        assertEquals(304, SERVER.get(address, token, "If-None-Match", tag).statusCode());
        SERVER.post("/transactions", token, ApiRoutes.LINE);
        assertEquals(200, SERVER.get(address, token, "If-None-Match", tag).statusCode());
    }
}
