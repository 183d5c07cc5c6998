package io.prorata.adapter.web;

import static io.prorata.adapter.web.AnyHousehold.JANUARY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every read of the dashboard, over households that seeds make up. */
class DashboardTest {

    private static final WebServer SERVER = new WebServer();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that a month has, but for what needs a name or an id. */
    private static final List<String> READS = Stream.concat(
                    ApiRoutes.views().map(view -> view.of(YearMonth.of(2024, 1))),
                    Stream.of(
                            "/provisions/calculate/optimized?month=2024-01&config_id=1",
                            "/dashboard/categories/none?month=2024-01&expense_type=FIXED",
                            "/dashboard/drill-down/all?month=2024-01&limit=500",
                            "/dashboard/drill-down/all?month=2024-01&level=details&expense_type=INCOME&limit=500",
                            "/dashboard/drill-down/all?month=2024-01&level=transactions&limit=500",
                            "/dashboard/drill-down/none?month=2024-01&level=transactions&limit=500",
                            "/transactions/hierarchy?month=2024-01&expense_type=PROVISION",
                            "/transactions/subcategories?month=2024-01&category=",
                            "/analytics/categories/optimized?from=2023-11&to=2024-01&expense_types=FIXED&expense_types=INCOME,VARIABLE"))
            .toList();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyTotalIsTheSumOfThePartsShownUnderIt() throws IOException {
        for (long seed = 0; seed < 10; seed++) {
            AnyHousehold household = AnyHousehold.of(seed, SERVER);
            String token = reader(household);
            for (String path : READS) {
                TotalsCheck.Walked walked = TotalsCheck.walk(read(path, token));

                assertEquals(List.of(), walked.wrong(), "seed " + seed + ": " + path);
                boolean mereList =
                        path.startsWith("/transactions/categories") || path.startsWith("/transactions/subcategories");
                assertTrue(mereList || walked.checked() > 0, path);
            }
        }
    }

    @Test
    void theWalkerSeesAWrongTotal() throws IOException {
        AnyHousehold household = AnyHousehold.of(3, SERVER);
        for (String path : READS) {
            String answer = SERVER.get(path, reader(household)).body();
            // One unit more in the first total of each kind.
            for (String total : List.of("total_amount", "monthly_amount", "total_expenses", "total_provisions")) {
                String forged = answer.replaceFirst("\"" + total + "\":\"(-?)[0-9]", "\"" + total + "\":\"$18");
                if (!forged.equals(answer) && !path.contains("/transactions/")) {
                    assertNotEquals(
                            List.of(), TotalsCheck.walk(JSON.readTree(forged)).wrong(), path + " " + total);
                }
            }
        }
    }

    @Test
    void aKeptAnswerIsWhatIsComputedAnew() {
        AnyHousehold household = AnyHousehold.of(4, SERVER);
        String token = reader(household);
        for (String path : READS) {
            HttpResponse<String> first = SERVER.get(path, token);
            HttpResponse<String> kept = SERVER.get(path, token);
            HttpResponse<String> anew = SERVER.get(path + "&use_cache=false", token);

            assertEquals(200, first.statusCode(), first.body());
            assertEquals("near", kept.headers().firstValue("X-Cache").orElse(""), path);
            assertEquals("off", anew.headers().firstValue("X-Cache").orElse(""), path);
            assertEquals(first.body(), kept.body(), path);
            assertEquals(first.body(), anew.body(), path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertEquals(tag, anew.headers().firstValue("ETag").orElse(""), path);
            assertEquals(304, SERVER.get(path, token, "If-None-Match", tag).statusCode(), path);
        }
    }

    @Test
    void aChangeThatAltersAnAnswerAltersItsTag() {
        int altered = 0;
        int untouched = 0;
        for (long seed = 0; seed < 4; seed++) {
            AnyHousehold household = AnyHousehold.of(seed, SERVER);
            String token = reader(household);
            var random = new SplittableRandom(seed);
            Map<String, Shown> before = shown(token);
            for (int step = 0; step < 12; step++) {
                String what = household.change(SERVER.books(), random, 1_000 + step, true);
                Map<String, Shown> after = shown(token);
                for (String path : READS) {
                    Shown old = Objects.requireNonNull(before.get(path));
                    Shown now = Objects.requireNonNull(after.get(path));
                    assertTrue(
                            old.body().equals(now.body()) || !old.tag().equals(now.tag()),
                            "seed " + seed + ", " + what + ": " + path);
                    altered += old.body().equals(now.body()) ? 0 : 1;
                    untouched += old.tag().equals(now.tag()) ? 1 : 0;
                }
                before = after;
            }
        }
        assertTrue(altered > 50 && untouched > 50, altered + " altered, " + untouched + " untouched");
    }

    @Test
    void aChangeThatForgetsItsMonthIsCaught() {
        AnyHousehold household = AnyHousehold.of(5, SERVER);
        String token = reader(household);
        Map<String, Shown> before = shown(token);

        household.change(SERVER.books(), new SplittableRandom(0), 1_000, false);

        Map<String, Shown> after = shown(token);
        assertTrue(READS.stream().anyMatch(path -> {
            Shown old = Objects.requireNonNull(before.get(path));
            Shown now = Objects.requireNonNull(after.get(path));
            return !old.body().equals(now.body()) && old.tag().equals(now.tag());
        }));
    }

    /** What an answer says when it is computed anew, and the tag it is shown under. */
    private record Shown(String body, String tag) {}

    private static Map<String, Shown> shown(String token) {
        Map<String, Shown> shown = new HashMap<>();
        for (String path : READS) {
            HttpResponse<String> answer = SERVER.get(path + "&use_cache=false", token);
            shown.put(
                    path,
                    new Shown(answer.body(), answer.headers().firstValue("ETag").orElse("none")));
        }
        return shown;
    }

    @Test
    void linksLeadFromTheSlimSummaryToEveryTransaction() throws IOException {
        for (long seed = 0; seed < 5; seed++) {
            AnyHousehold household = AnyHousehold.of(seed, SERVER);
            String token = reader(household);
            Set<Long> reached = new HashSet<>();
            Set<String> seen = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of("/dashboard/summary/slim?month=2024-01"));
            while (!open.isEmpty()) {
                String path = open.remove();
                if (seen.add(path)) {
                    follow(read(path, token), open, reached);
                }
            }
            Set<Long> expected =
                    household.counted(JANUARY).stream().map(Transaction::id).collect(Collectors.toSet());
            assertEquals(expected, reached, "seed " + seed);
        }
    }

    /** Takes up every link of an answer, and the transactions it shows. */
    private static void follow(JsonNode node, Deque<String> links, Set<Long> transactions) {
        if (node.isTextual() && node.asText().matches("/[a-z-]+/.*month=.*")) {
            links.add(node.asText());
        }
        if (node.has("label") && node.has("date")) {
            transactions.add(node.get("id").asLong());
        }
        node.forEach(child -> follow(child, links, transactions));
    }

    @Test
    void everyNameIsReachedAndMeansItselfAlone() throws IOException {
        AnyHousehold household = AnyHousehold.of(1, SERVER);
        String token = reader(household);
        MonthFacts facts = MonthFacts.of(household.counted(JANUARY));
        int decimals = decimals(read("/household", token));
        for (String name : AnyHousehold.NAMES) {
            CategoryChoice choice = name == null ? new CategoryChoice.Uncategorised() : new CategoryChoice.Named(name);
            Money expected =
                    facts.only(EnumSet.of(ExpenseType.VARIABLE), choice).all().sum();
            String text = name == null ? "" : name;
            List<String> ways = new ArrayList<>(List.of(
                    "/dashboard/categories/-?month=2024-01&category=" + encoded(text),
                    "/dashboard/categories/-?month=2024-01&category="
                            + encoded(Normalizer.normalize(text, Normalizer.Form.NFD)),
                    "/dashboard/drill-down/-?month=2024-01&level=transactions&category=" + encoded(text)));
            if (name == null) {
                ways.add("/dashboard/categories/none?month=2024-01");
            } else if (!Set.of("all", "none", "-", "..").contains(name) && !name.matches(".*[/%;].*")) {
                ways.add("/dashboard/categories/" + encoded(name) + "?month=2024-01");
            }
            for (String way : ways) {
                JsonNode answer = read(way, token);

                assertEquals(
                        BigDecimal.valueOf(expected.minor(), decimals).toPlainString(),
                        answer.get("total_amount").asText(),
                        way);
                assertEquals(
                        name,
                        answer.get("category").isNull()
                                ? null
                                : answer.get("category").asText(),
                        way);
                assertEquals(
                        name == null ? "none" : "category",
                        answer.get("selection").asText(),
                        way);
            }
        }
        assertEquals(
                "all",
                read("/dashboard/categories/all?month=2024-01", token)
                        .get("selection")
                        .asText());
    }

    @Test
    void pagesOfADrillDownShowEachTransactionOnceAndAddUp() throws IOException {
        for (long seed = 0; seed < 5; seed++) {
            AnyHousehold household = AnyHousehold.of(seed, SERVER);
            String token = reader(household);
            MonthFacts facts = MonthFacts.of(household.counted(JANUARY));
            Money variable = facts.of(ExpenseType.VARIABLE).sum();
            int decimals = decimals(read("/household", token));
            BigDecimal expected = BigDecimal.valueOf(variable.minor(), decimals);
            for (String first : List.of(
                    "/dashboard/drill-down/all?month=2024-01&level=transactions&limit=17",
                    "/dashboard/drill-down/all?month=2024-01&level=details&limit=5",
                    "/dashboard/drill-down/all?month=2024-01&level=summary&limit=3")) {
                BigDecimal sum = BigDecimal.ZERO;
                long rows = 0;
                long total = -1;
                String next = first;
                while (next != null) {
                    JsonNode page = read(next, token);
                    for (JsonNode row : page.get("data")) {
                        sum = sum.add(new BigDecimal(
                                (row.has("amount") ? row.get("amount") : row.get("total_amount")).asText()));
                        rows++;
                    }
                    assertEquals(
                            expected, new BigDecimal(page.get("total_amount").asText()), next);
                    total = page.at("/pagination/total").asLong();
                    assertEquals(
                            page.at("/pagination/has_more").asBoolean(),
                            page.at("/pagination/next_url").isTextual());
                    next = page.at("/pagination/next_url").asText(null);
                }
                assertEquals(expected, sum, "seed " + seed + ": " + first);
                assertEquals(total, rows, "seed " + seed + ": " + first);
            }
        }
    }

    @Test
    void aPageByOffsetIsThatOfTheCursor() throws IOException {
        AnyHousehold household = AnyHousehold.of(2, SERVER);
        String token = reader(household);
        String list = "/dashboard/drill-down/all?month=2024-01&level=transactions&limit=20";
        JsonNode first = read(list, token);

        JsonNode byCursor =
                read(list + "&cursor=" + first.at("/pagination/next_cursor").asText(), token);
        JsonNode byOffset = read(list + "&offset=20", token);

        assertEquals(byOffset.get("data"), byCursor.get("data"));
        // Computed, then kept.
        for (int i = 0; i < 2; i++) {
            String cursor = encoded(first.at("/pagination/next_cursor").asText());
            assertEquals(
                    "<" + list + ">; rel=\"first\", <" + list + "&cursor=" + cursor + ">; rel=\"next\"",
                    link(list, token));
            assertTrue(link(list + "&offset=20", token).contains("<" + list + ">; rel=\"prev\""));
            assertEquals(
                    "<" + list + ">; rel=\"first\", <" + list + "&offset=980>; rel=\"prev\"",
                    link(list + "&offset=1000", token));
        }
        assertEquals(20, byOffset.at("/pagination/offset").asInt());
        assertTrue(byCursor.at("/pagination/offset").isNull());
    }

    private static String link(String path, String token) {
        return SERVER.get(path, token).headers().firstValue("Link").orElse("");
    }

    @Test
    void monthsWithoutAnythingAnswerZerosAndEmptyLists() throws IOException {
        HouseholdId empty = SERVER.found();
        HouseholdId excluded = SERVER.found();
        String token = SERVER.token(excluded, Tokens.TokenScope.WRITE);
        assertEquals(201, SERVER.post("/transactions", token, """
                                {"date": "2024-01-29", "label": "Left out", "amount": "-500.00", "category": "Divers", "excluded": true}""").statusCode());
        for (HouseholdId household : List.of(empty, excluded)) {
            String reader = SERVER.token(household, Tokens.TokenScope.READ);
            for (String path : READS) {
                if (path.contains("config_id")) {
                    continue;
                }
                JsonNode answer = read(path, reader);
                assertEquals(List.of(), TotalsCheck.walk(answer).wrong(), path);
                assertTrue(
                        answer.findValuesAsText("total_amount").stream().allMatch("0.00"::equals), answer.toString());
                assertEquals(
                        Set.of(),
                        answer.findValues("transaction_count").stream()
                                .map(JsonNode::asLong)
                                .filter(count -> count != 0)
                                .collect(Collectors.toSet()),
                        path);
            }
        }
        JsonNode category = read("/dashboard/categories/Divers?month=2024-01", token);
        assertEquals(0, category.get("transaction_count").asInt());
        assertEquals(0, category.get("transactions").size());
        assertEquals(
                0,
                read("/dashboard/categories/Divers?month=2019-05", token)
                        .get("transaction_count")
                        .asInt());
    }

    @Test
    void aSlimSummaryIsSmall() {
        HouseholdId household = SERVER.found();
        String token = SERVER.token(household, Tokens.TokenScope.WRITE);
        post("/configs", token, """
                {"from": "2024-01", "members": [
                  {"member": "member1", "gross": "3000.00", "tax_rate": "15"},
                  {"member": "member2", "gross": "4000.00", "tax_rate": "20"}]}""");
        for (int i = 0; i < 6; i++) {
            post("/provisions", token, """
                    {"name": "Provision number %d", "base": {"mode": "total", "percentage": "5"}, "from": "2024-01",
                     "target": "3000.00", "opening_balance": "750.00"}""".formatted(i));
        }
        for (int i = 0; i < 30; i++) {
            post("/transactions", token, """
                    {"date": "2024-01-05", "label": "x", "amount": "-1234.56", "category": "Some category %d"}""".formatted(i));
        }

        String slim = SERVER.get("/dashboard/summary/slim?month=2024-01", token).body();

        assertTrue(slim.contains("Provision number 5") && slim.contains("Some category 29"), slim);
        assertTrue(slim.getBytes(StandardCharsets.UTF_8).length < 6 * 1024, slim.length() + " bytes");
        assertEquals(1, slim.split("\"currency\"", -1).length - 1);
    }

    @Test
    void analyticsAreLargestFirstAndKnowTheMonthBeforeAndTheYearBefore() throws IOException {
        HouseholdId household = SERVER.found();
        String token = SERVER.token(household, Tokens.TokenScope.WRITE);
        spend(token, "2023-01-10", "-40.00", "Courses");
        spend(token, "2023-12-10", "-50.00", "Courses");
        spend(token, "2023-12-11", "-10.00", "Loisirs");
        spend(token, "2024-01-10", "-60.00", "Courses");
        spend(token, "2024-01-11", "-15.01", "Courses");
        spend(token, "2024-01-11", "-90.00", "Santé");
        spend(token, "2024-01-11", "-75.01", "Bricolage");

        JsonNode january = read("/analytics/categories/optimized?month=2024-01", token);

        assertEquals(List.of("Santé", "Bricolage", "Courses"), texts(january.get("categories"), "category"));
        JsonNode courses = january.at("/categories/2");
        assertEquals("75.01", courses.get("total_amount").asText());
        assertEquals("37.51", courses.get("avg_amount").asText());
        assertEquals("15.01", courses.get("min_amount").asText());
        assertEquals("60.00", courses.get("max_amount").asText());
        assertEquals(2, courses.get("transaction_count").asInt());
        assertEquals(
                "{\"before\":\"50.00\",\"change\":\"25.01\",\"percentage\":\"50.0\"}",
                courses.at("/series/0/since_month_before").toString());
        assertEquals(
                "{\"before\":\"40.00\",\"change\":\"35.01\",\"percentage\":\"87.5\"}",
                courses.at("/series/0/since_year_before").toString());
        assertTrue(january.at("/categories/0/series/0/since_month_before/percentage")
                .isNull());

        JsonNode quarter = read("/analytics/categories/optimized?from=2023-12&to=2024-02", token);
        assertEquals(List.of("Courses", "Santé", "Bricolage", "Loisirs"), texts(quarter.get("categories"), "category"));
        assertEquals(List.of("50.00", "75.01", "0.00"), texts(quarter.at("/categories/0/series"), "total_amount"));
        assertEquals(
                "-75.01",
                quarter.at("/categories/0/series/2/since_month_before/change").asText());
    }

    private static void spend(String token, String date, String amount, String category) {
        post("/transactions", token, """
                {"date": "%s", "label": "x", "amount": "%s", "category": "%s", "expense_type": "VARIABLE"}""".formatted(date, amount, category));
    }

    private static void post(String path, String token, String json) {
        HttpResponse<String> response = SERVER.post(path, token, json);
        assertEquals(201, response.statusCode(), response.body());
    }

    private static List<String> texts(JsonNode items, String name) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(name).asText())
                .toList();
    }

    private static int decimals(JsonNode household) {
        return Currency.getInstance(household.get("currency").asText()).getDefaultFractionDigits();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String reader(AnyHousehold household) {
        return SERVER.token(household.id(), Tokens.TokenScope.READ);
    }

    private static JsonNode read(String path, String token) throws IOException {
        HttpResponse<String> response = SERVER.get(path, token);
        assertEquals(200, response.statusCode(), path + "\n" + response.body());
        return Objects.requireNonNull(JSON.readTree(response.body()));
    }
}
