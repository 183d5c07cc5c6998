package io.prorata.adapter.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.web.router.Router;
import io.prorata.adapter.web.ApiRoutes;
import io.prorata.adapter.web.WebServer;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.domain.household.HouseholdId;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What people see and do on the page, without script: screens, forms, languages, and what nobody else may do with it. */
class PageTest {

    private static final WebServer SERVER = new WebServer();
    private static final String HTML = "text/html,application/xhtml+xml";
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

    /** Operations of the API that no screen has yet, or that are for programs. */
    private static final Set<String> NOT_ON_THE_PAGE = Set.of(
            "PATCH /household",
            "DELETE /configs/{id}",
            "PUT /fixed-expenses/{id}",
            "PUT /budgets/{id}",
            "PUT /provisions/{id}",
            "POST /transactions",
            "POST /transactions/batch",
            "PUT /category-mappings",
            "POST /category-mappings/apply",
            "POST /members/renames",
            "POST /imports/{id}/bills",
            "PUT /import-profiles/{id}",
            "DELETE /import-profiles/{id}",
            "POST /transfers/{id}/confirm",
            "POST /transfers/{id}/reject",
            "PATCH /settlements/{id}",
            "POST /plan-effects",
            "POST /dashboard/cache/warm",
            "DELETE /dashboard/cache/invalidate");

    private final HouseholdId household = SERVER.found();
    private final String token = SERVER.token(household, TokenScope.ADMIN);
    private final String cookie = signIn();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void programsAreToldWhatThisIsAndBrowsersShownTheMonth() {
        HttpResponse<String> program = SERVER.get("/", null, "Accept", "application/json");
        assertEquals(200, program.statusCode());
        assertTrue(program.body().contains("\"name\":\"Prorata\""), program.body());
        HttpResponse<String> browser = SERVER.get("/", null, "Accept", HTML);
        assertEquals(303, browser.statusCode());
        assertEquals("/months", browser.headers().firstValue("Location").orElse(""));
        assertEquals(
                "/months/2024-01",
                get("/months").headers().firstValue("Location").orElse(""));
    }

    @Test
    void whoIsNotSignedInSeesNothingButHowTo() {
        spend("Lilas market");
        for (String screen : screens()) {
            HttpResponse<String> answer = SERVER.get(screen, null, "Accept", HTML);
            assertEquals(401, answer.statusCode(), screen);
            assertTrue(answer.body().contains("name=\"token\""), answer.body());
            assertFalse(answer.body().contains("Lilas") || answer.body().contains("Ada"), answer.body());
            assertTrue(answer.headers().firstValue("WWW-Authenticate").isEmpty());
        }
    }

    @Test
    void everyScreenHasNoScriptOrStyleInsideAndAPolicyThatForbidsIt() {
        spend("Lilas market");
        for (String screen : screens()) {
            HttpResponse<String> answer = get(screen);
            assertEquals(200, answer.statusCode(), screen + ": " + answer.body());
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(
                    policy.startsWith("default-src 'none'; script-src 'self'") && !policy.contains("unsafe"), policy);
            assertFalse(answer.body().matches("(?s).*<[^>]* (style|on[a-z]+)=.*"), screen);
            assertFalse(
                    Pattern.compile("<script(?![^>]* src=)|<style")
                            .matcher(answer.body())
                            .find(),
                    screen);
            assertFalse(answer.body().contains("http://") || answer.body().contains("https://"), screen);
        }
    }

    @Test
    void assetsAreKeptForGoodUnderTheirHash() {
        Matcher asset = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(get("/months/2024-01").body());
        int found = 0;
        while (asset.find()) {
            found++;
            HttpResponse<String> answer = SERVER.get(asset.group(1), null);
            assertEquals(200, answer.statusCode());
            assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        }
        assertEquals(4, found);
        assertEquals(404, SERVER.get("/assets/prorata.0.css", null).statusCode());
    }

    @Test
    void hostileWordsAreShownAsText() {
        String text = "\"" + HOSTILE.replace("\"", "\\\"") + "\"";
        String line = "{\"date\": \"2024-01-05\", \"amount\": \"-1\", \"label\": " + text + ", \"category\": " + text
                + ", \"tags\": [" + text + "]}";
        assertEquals(201, SERVER.post("/transactions", token, line).statusCode());
        for (String screen : screens()) {
            String body = get(screen).body();
            assertFalse(body.contains("<script>alert") || body.contains("<img"), screen);
        }
        assertTrue(get("/rows?month=2024-01").body().contains("&lt;script>alert"));
    }

    @Test
    void theMonthShowsTheFiguresOfTheApiAsTheLanguageWritesThem() {
        SERVER.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-05\", \"label\": \"Car\", \"amount\": \"-1234.5\", \"category\": \"Car\"}");
        String english = get("/months/2024-01").body();
        assertTrue(english.contains("<h1>January 2024</h1>") && english.contains("1,234.50"), english);
        String french =
                get("/months/2024-01", "Accept-Language", "fr-CH, en;q=0.5").body();
        assertTrue(french.contains("<html lang=\"fr\">") && french.contains("<h1>Janvier 2024</h1>"), french);
        assertTrue(french.contains("1\u202f234,50"), french);
        String german = get("/months/2024-01", "Accept-Language", "de").body();
        assertTrue(german.contains("<h1>Januar 2024</h1>") && german.contains("1.234,50"), german);
        assertTrue(get("/months/2024-01", "Accept-Language", "x;;").body().contains("<html lang=\"en\">"));
    }

    @Test
    void theMonthShowsWhatIsPlanned() {
        post("/plan/incomes", Map.of("there-member1", "on", "net-member1", "2000", "key", "equal", "from", "2024-01"));
        post("/plan/provisions", Map.of("name", "Holidays", "mode", "fixed", "value", "100", "from", "2024-01"));
        post(
                "/plan/bills",
                Map.of(
                        "label",
                        "Rent",
                        "category",
                        "Home",
                        "amount",
                        "1000",
                        "frequency",
                        "MONTHLY",
                        "from",
                        "2024-01"));
        SERVER.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-05\", \"label\": \"Rent\", \"amount\": \"-990\", \"category\": \"Home\","
                        + " \"expense_type\": \"FIXED\"}");
        String month = get("/months/2024-01").body();
        assertTrue(month.contains("Holidays") && month.contains("1,100.00"), month);
        assertTrue(month.contains("paid 990.00, planned 1,000.00"), month);
    }

    @Test
    void aRowIsChangedAndWhoComesTooLateIsTold() {
        spend("Market");
        String form = get("/rows/1?back=%2Frows%3Fmonth%3D2024-01").body();
        String stamp = hidden(form, "stamp");
        Map<String, String> fields = Map.of(
                "stamp",
                stamp,
                "back",
                "/rows?month=2024-01",
                "label",
                "Market hall",
                "date",
                "2024-01-06",
                "amount",
                "-43.10",
                "category",
                "Food",
                "type",
                "RULE",
                "tags",
                "fish, bread");
        HttpResponse<String> changed = post("/rows/1", fields);
        assertEquals(303, changed.statusCode(), changed.body());
        assertTrue(changed.headers().firstValue("Location").orElse("").matches("/rows\\?month=2024-01&done=[0-9]+"));
        String row = SERVER.get("/transactions/1", token).body();
        assertTrue(row.contains("Market hall") && row.contains("-43.10") && row.contains("[\"bread\",\"fish\"]"), row);
        assertEquals(412, post("/rows/1", fields).statusCode());
        assertEquals(
                303,
                post("/rows/1/remove", Map.of("stamp", hidden(get("/rows/1").body(), "stamp")))
                        .statusCode());
        assertEquals(404, SERVER.get("/transactions/1", token).statusCode());
    }

    @Test
    void manyAreChangedAfterALookThatChangesNothing() {
        spend("Market one");
        spend("Market two");
        spend("Cinema");
        String before = revision();
        Map<String, String> fields = Map.of(
                "month",
                "2024-01",
                "text",
                "market",
                "which",
                "all",
                "category",
                "Food",
                "subcategory",
                "",
                "type",
                "",
                "tags",
                "");
        HttpResponse<String> look = post("/rows/changes", fields);
        assertEquals(200, look.statusCode(), look.body());
        assertTrue(look.body().contains("2 rows in the list, 2 rows would change."), look.body());
        assertEquals(before, revision());
        Map<String, String> all = new HashMap<>(fields);
        all.put("do", "yes");
        assertEquals(303, post("/rows/changes", all).statusCode());
        assertEquals(2, SERVER.get("/transactions?category=Food", token).body().split("\"id\":", -1).length - 1);
    }

    @Test
    void thoseThatAreTickedAreChangedAndRemovedAfterALook() {
        spend("Market one");
        spend("Market two");
        spend("Cinema");
        String list = get("/rows?month=2024-01").body();
        assertTrue(list.contains("type=\"checkbox\" name=\"id\" value=\"2\" form=\"many-rows\""), list);
        assertEquals(
                400,
                post("/rows/changes", Map.of("month", "2024-01", "category", "Food"))
                        .statusCode());
        String before = revision();
        String ticked = "month=2024-01&id=1&id=3&which=ticked&category=Food&common=no&split=equal";
        HttpResponse<String> look = form("/rows/changes", ticked);
        assertTrue(look.body().contains("2 rows in the list, 2 rows would change."), look.body());
        assertTrue(look.body().contains("value=\"3\" form=\"many-rows\" checked"), look.body());
        assertEquals(before, revision());
        assertEquals(303, form("/rows/changes", ticked + "&do=yes").statusCode());
        String changed = SERVER.get("/transactions/3", token).body();
        assertTrue(changed.contains("\"category\":\"Food\"") && changed.contains("\"common\":false"), changed);
        assertTrue(SERVER.get("/transactions/2", token).body().contains("\"category\":null"));

        HttpResponse<String> gone = form("/rows/removals", "month=2024-01&id=1&id=3");
        assertTrue(gone.body().contains("2 rows would be removed."), gone.body());
        assertTrue(gone.body().contains("Remove them"), gone.body());
        assertEquals(200, SERVER.get("/transactions/1", token).statusCode());
        assertEquals(
                303, form("/rows/removals", "month=2024-01&id=1&id=3&do=yes").statusCode());
        assertEquals(404, SERVER.get("/transactions/1", token).statusCode());
        assertEquals(200, SERVER.get("/transactions/2", token).statusCode());
    }

    @Test
    void aBudgetIsStatedChangedAndEnded() {
        post("/plan/incomes", Map.of("there-member1", "on", "net-member1", "2000", "key", "equal", "from", "2024-01"));
        spend("Market");
        Map<String, String> fields = Map.of("category", "Food", "amount", "100", "from", "2024-01");
        assertEquals(303, post("/plan/budgets", fields).statusCode());
        SERVER.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-06\", \"label\": \"Fish\", \"amount\": \"-120\", \"category\": \"Food\"}");
        String screen = get("/plan/budgets?month=2024-01").body();
        assertTrue(screen.contains("120.00 spent, \u221220.00 left") && screen.contains("more than expected"), screen);
        assertEquals(409, post("/plan/budgets", fields).statusCode());
        assertEquals(
                303,
                post("/plan/budgets/1", Map.of("stamp", hidden(screen, "stamp"), "amount", "150", "from", "2024-01"))
                        .statusCode());
        String changed = get("/plan/budgets?month=2024-01").body();
        assertTrue(changed.contains("120.00 spent, 30.00 left"), changed);
        assertEquals(
                303,
                post("/plan/budgets/1/end", Map.of("stamp", hidden(changed, "stamp"), "from", "2024-02"))
                        .statusCode());
        assertFalse(get("/plan/budgets?month=2024-02").body().contains("Food"));
    }

    @Test
    void theEffectOfAChangeIsShownBeforeItIsSaved() {
        post(
                "/plan/incomes",
                Map.of(
                        "there-member1",
                        "on",
                        "net-member1",
                        "2000",
                        "there-member2",
                        "on",
                        "net-member2",
                        "2000",
                        "key",
                        "equal",
                        "from",
                        "2024-01"));
        Map<String, String> bill = Map.of(
                "label", "Rent", "category", "Home", "amount", "1000", "frequency", "MONTHLY", "from", "2024-01");
        String none = get("/plan?month=2024-01").body();
        String first = post("/plan/effect/bills", bill).body();
        assertTrue(first.contains("<td>0.00</td><td><strong>500.00</strong></td><td>+500.00</td>"), first);
        assertTrue(first.contains("name=\"label\" value=\"Rent\""), first);
        assertEquals(none.contains("Rent"), get("/plan?month=2024-01").body().contains("Rent"));
        post("/plan/bills", bill);
        String stamp = hidden(get("/plan?month=2024-01").body(), "stamp");
        String before = revision();
        Map<String, String> dearer = Map.of("stamp", stamp, "amount", "1,100.00", "from", "2024-02");
        HttpResponse<String> effect = post("/plan/effect/bills/1", dearer);
        assertEquals(200, effect.statusCode(), effect.body());
        assertTrue(
                effect.body().contains("<td>500.00</td><td><strong>550.00</strong></td><td>+50.00</td>"),
                effect.body());
        assertTrue(effect.body().contains("action=\"/plan/bills/1\""), effect.body());
        assertTrue(effect.body().contains("name=\"amount\" value=\"1,100.00\""), effect.body());
        String ended = post("/plan/effect/bills/1/end", Map.of("stamp", stamp, "from", "2024-02"))
                .body();
        assertTrue(ended.contains("<td>500.00</td><td><strong>0.00</strong></td>"), ended);
        assertTrue(ended.contains("action=\"/plan/bills/1/end\""), ended);
        String put = post(
                        "/plan/effect/provisions",
                        Map.of("name", "Holidays", "mode", "fixed", "value", "100", "from", "2024-02"))
                .body();
        assertTrue(put.contains("<td>500.00</td><td><strong>550.00</strong></td>"), put);
        String incomes = post(
                        "/plan/effect/incomes",
                        Map.of("there-member1", "on", "net-member1", "2000", "key", "equal", "from", "2024-02"))
                .body();
        assertTrue(incomes.contains("<td>500.00</td><td><strong>1,000.00</strong></td>"), incomes);
        assertTrue(incomes.contains("<td>500.00</td><td><strong>0.00</strong></td>"), incomes);
        assertEquals(before, revision());
    }

    @Test
    void whatRowsMayBeIsConfirmedAndRejected() {
        post(
                "/plan/bills",
                Map.of(
                        "label",
                        "Rent",
                        "category",
                        "Home",
                        "amount",
                        "1000",
                        "frequency",
                        "MONTHLY",
                        "from",
                        "2024-01"));
        SERVER.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-05\", \"label\": \"Rent\", \"amount\": \"-1000\", \"expense_type\":"
                        + " \"VARIABLE\"}");
        String screen = get("/confirm?month=2024-01").body();
        assertTrue(screen.contains("pays the bill Rent"), screen);
        Matcher key = Pattern.compile("name=\"decide-([^\"]+)\"").matcher(screen);
        assertTrue(key.find(), screen);
        assertEquals(
                422,
                post("/confirm", Map.of("month", "2024-01")).statusCode(),
                "nothing is confirmed by saying nothing");
        assertEquals(
                303,
                post("/confirm", Map.of("month", "2024-01", "decide-" + key.group(1), "yes"))
                        .statusCode());
        assertTrue(SERVER.get("/transactions/1", token).body().contains("\"bill_id\":1"));
        assertTrue(get("/confirm?month=2024-01").body().contains("Nothing waits in this month"));
    }

    @Test
    void amountsAreReadAsTheLanguageWritesThem() {
        spend("Market");
        String stamp = hidden(get("/rows/1").body(), "stamp");
        HttpResponse<String> changed = post(
                "/rows/1",
                Map.of("stamp", stamp, "label", "x", "date", "2024-01-06", "amount", "-1 234,50", "type", "RULE"),
                "Accept-Language",
                "fr");
        assertEquals(303, changed.statusCode(), changed.body());
        assertTrue(SERVER.get("/transactions/1", token).body().contains("-1234.50"));
        String again = hidden(get("/rows/1").body(), "stamp");
        assertEquals(
                400,
                post("/rows/1", Map.of("stamp", again, "label", "x", "date", "2024-01-06", "amount", "twelve"))
                        .statusCode());
    }

    @Test
    void aFileIsLookedAtImportedAndTakenBack() {
        String before = revision();
        HttpResponse<String> look = file("/import/look");
        assertTrue(look.body().contains("Bakery") && look.body().contains("2 new, 0 known"), look.body());
        assertEquals(before, revision());
        HttpResponse<String> kept = file("/import");
        assertTrue(kept.body().contains("Imported: 2 new"), kept.body());
        assertTrue(SERVER.get("/transactions", token).body().contains("Bakery"));
        assertEquals(303, post("/import/1/undo", Map.of()).statusCode());
        assertFalse(SERVER.get("/transactions", token).body().contains("Bakery"));
        HttpResponse<String> nonsense =
                SERVER.send("POST", "/import", null, BodyPublishers.ofString("x"), with("Content-Type", "text/plain"));
        assertEquals(400, nonsense.statusCode());
    }

    @Test
    void aBillIsPlannedChangedFromAMonthOnAndEnded() {
        assertEquals(
                303,
                post(
                                "/plan/bills",
                                Map.of(
                                        "label",
                                        "Rent",
                                        "category",
                                        "Home",
                                        "amount",
                                        "1000",
                                        "frequency",
                                        "MONTHLY",
                                        "from",
                                        "2023-11"))
                        .statusCode());
        String stamp = hidden(get("/plan?month=2024-01").body(), "stamp");
        HttpResponse<String> past = post("/plan/bills/1", Map.of("stamp", stamp, "amount", "1100", "from", "2023-12"));
        assertEquals(409, past.statusCode(), "the past stays unless it is asked to change");
        assertEquals(
                303,
                post("/plan/bills/1", Map.of("stamp", stamp, "amount", "1100", "from", "2024-01"))
                        .statusCode());
        String plan = get("/plan?month=2024-01").body();
        assertTrue(plan.contains("1,100.00") && plan.contains("1,000.00 a month"), plan);
        assertEquals(
                303,
                post("/plan/bills/1/end", Map.of("stamp", hidden(plan, "stamp"), "from", "2024-02"))
                        .statusCode());
        assertFalse(get("/plan?month=2024-02").body().contains("Rent"));
    }

    @Test
    void incomesAreStatedFromAMonthOn() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "there-member1",
                "on",
                "gross-member1",
                "3,000.00",
                "rate-member1",
                "15",
                "there-member2",
                "on",
                "net-member2",
                "2000",
                "key",
                "income",
                "from",
                "2024-01"));
        HttpResponse<String> stated = post("/plan/incomes", fields);
        assertEquals(303, stated.statusCode(), stated.body());
        String config = SERVER.get("/config?month=2024-01", token).body();
        assertTrue(config.contains("\"net\":\"2550.00\"") && config.contains("\"net\":\"2000.00\""), config);
        String plan = get("/plan?month=2024-01").body();
        assertTrue(plan.contains("2,550.00") && plan.contains("gross 3,000.00"), plan);
        assertTrue(plan.contains("name=\"rate-member1\" inputmode=\"decimal\" value=\"15\""), plan);
        fields.remove("net-member2");
        String before = revision();
        HttpResponse<String> nothing = post("/plan/incomes", fields);
        assertEquals(400, nothing.statusCode());
        assertTrue(nothing.body().contains("Ben: state the net alone"), nothing.body());
        assertEquals(before, revision());
        fields.put("net-member2", "2100");
        fields.put("from", "2023-12");
        assertEquals(409, post("/plan/incomes", fields).statusCode(), "the past stays unless it is asked to change");
    }

    @Test
    void aProvisionIsPlannedChangedFilledEmptiedAndEnded() {
        Map<String, String> fields = Map.of(
                "name",
                "Holidays",
                "category",
                "Leisure",
                "mode",
                "fixed",
                "value",
                "100",
                "target",
                "1,200.00",
                "opening",
                "50",
                "from",
                "2023-11");
        HttpResponse<String> added = post("/plan/provisions", fields);
        assertEquals(303, added.statusCode(), added.body());
        String plan = get("/plan?month=2024-01").body();
        assertTrue(plan.contains("100.00 a month \u2192 1,200.00") && plan.contains("50.00 of 1,200.00"), plan);
        String stamp = hidden(plan, "stamp");
        HttpResponse<String> revised = post(
                "/plan/provisions/1",
                Map.of("stamp", stamp, "mode", "total", "value", "12.5", "target", "", "from", "2024-01"));
        assertEquals(303, revised.statusCode(), revised.body());
        String terms = SERVER.get("/provisions/1", token).body();
        assertTrue(terms.contains("\"percentage\":\"12.5\"") && terms.contains("\"amount\":\"100.00\""), terms);
        Map<String, String> moved = Map.of("month", "2024-01", "date", "2024-01-10", "amount", "20");
        assertEquals(303, post("/plan/provisions/1/contributions", moved).statusCode());
        assertEquals(303, post("/plan/provisions/1/withdrawals", moved).statusCode());
        String both = get("/plan?month=2024-01").body();
        assertTrue(both.contains("+20.00") && both.contains("\u221220.00"), both);
        Matcher form = Pattern.compile("withdrawals/([0-9]+)/remove\"><input[^>]*><input[^>]*value=\"([^\"]+)\"")
                .matcher(both);
        assertTrue(form.find(), both);
        HttpResponse<String> removed = post(
                "/plan/provisions/1/withdrawals/" + form.group(1) + "/remove",
                Map.of("month", "2024-01", "stamp", form.group(2)));
        assertEquals(303, removed.statusCode(), removed.body());
        assertFalse(SERVER.get("/provisions/1/withdrawals", token).body().contains("20.00"));
        String again = hidden(get("/plan?month=2024-01").body(), "stamp");
        assertEquals(
                303,
                post("/plan/provisions/1/end", Map.of("stamp", again, "from", "2024-02"))
                        .statusCode());
    }

    @Test
    void anAccountIsDescribedChangedAndRemoved() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "name",
                "Joint",
                "names",
                "FR76 1\nFR76 2",
                "kind",
                "CURRENT",
                "owner",
                "pot",
                "common",
                "",
                "from",
                "2024-01",
                "opening_date",
                "2023-12-31",
                "opening_amount",
                "-1,234.50"));
        HttpResponse<String> described = post("/settings/accounts", fields);
        assertEquals(303, described.statusCode(), described.body());
        String account = SERVER.get("/accounts/1", token).body();
        assertTrue(account.contains("[\"FR76 1\",\"FR76 2\"]") && account.contains("-1234.50"), account);
        String screen = get("/settings/accounts").body();
        assertTrue(screen.contains("\u22121,234.50") && screen.contains("the pot"), screen);
        fields.put("stamp", hidden(screen, "stamp"));
        fields.put("owner", "member1");
        assertEquals(303, post("/settings/accounts/1", fields).statusCode());
        assertEquals(412, post("/settings/accounts/1", fields).statusCode());
        assertTrue(SERVER.get("/accounts", token).body().contains("\"owner\":\"member1\""));
        String stamp = hidden(get("/settings/accounts").body(), "stamp");
        assertEquals(
                303, post("/settings/accounts/1/remove", Map.of("stamp", stamp)).statusCode());
        assertEquals(404, SERVER.get("/accounts/1", token).statusCode());
    }

    @Test
    void whetherThereIsAPotIsStatedFromAMonthOn() {
        String stamp = hidden(pot(), "stamp");
        assertEquals(
                303,
                post("/settings/pot", Map.of("stamp", stamp, "there", "no", "from", "2024-01"))
                        .statusCode());
        assertTrue(SERVER.get("/household", token).body().contains("\"in_use\":false"));
        assertTrue(get("/settings/accounts").body().contains("<option value=\"no\" selected>"));
    }

    /** What is not offered is asked about, never guessed. */
    @Test
    void aChoiceThatIsNotOfferedIsRefused() {
        String before = SERVER.get("/household", token).body();
        assertRefused(
                "yes or no",
                post("/settings/pot", Map.of("stamp", hidden(pot(), "stamp"), "there", "maybe", "from", "2024-01")));
        assertEquals(before, SERVER.get("/household", token).body());
        assertRefused(
                "one of income, equal, agreed",
                post(
                        "/plan/incomes",
                        Map.of("there-member1", "on", "net-member1", "2000", "key", "maybe", "from", "2024-01")));
        assertRefused(
                "one of total, fixed",
                post("/plan/provisions", Map.of("name", "Car", "mode", "maybe", "value", "5", "from", "2024-01")));
        assertRefused(
                "one of WEEKLY",
                post(
                        "/plan/bills",
                        Map.of(
                                "label",
                                "Rent",
                                "category",
                                "Home",
                                "amount",
                                "1",
                                "frequency",
                                "DAILY",
                                "from",
                                "2024-01")));
        assertRefused(
                "one of CURRENT",
                post(
                        "/settings/accounts",
                        Map.of("name", "Joint", "kind", "maybe", "owner", "pot", "from", "2024-01")));
        assertRefused("one of FIXED", get("/rows?type=maybe"));
        assertRefused("one of plan, actual", get("/settle?basis=maybe"));
    }

    private static void assertRefused(String offered, HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(offered), answer.body());
    }

    @Test
    void whatIsOwedIsShownAndNotedAsPaid() {
        post(
                "/plan/incomes",
                Map.of(
                        "there-member1",
                        "on",
                        "net-member1",
                        "2000",
                        "there-member2",
                        "on",
                        "net-member2",
                        "2000",
                        "key",
                        "equal",
                        "from",
                        "2024-01"));
        SERVER.post("/accounts", token, "{\"name\": \"Of Ada\", \"owner\": \"member1\"}");
        post("/settings/pot", Map.of("stamp", hidden(pot(), "stamp"), "there", "no", "from", "2024-01"));
        SERVER.post(
                "/transactions",
                token,
                "{\"date\": \"2024-01-05\", \"label\": \"Market\", \"amount\": \"-100\", \"account\": \"Of Ada\","
                        + " \"common\": true}");
        spend("From nowhere");
        String screen = get("/settle?month=2024-01").body();
        assertTrue(screen.contains("Ben pays Ada") && screen.contains("50.00"), screen);
        assertTrue(screen.contains("1 row count for nobody"), screen);
        Map<String, String> fields =
                Map.of("month", "2024-01", "date", "2024-01-15", "from", "member2", "to", "member1", "amount", "50.00");
        assertEquals(303, post("/settle", fields).statusCode());
        String settled = get("/settle?month=2024-01").body();
        assertTrue(settled.contains("Nobody owes anything"), settled);
        assertEquals(
                303,
                post("/settle/1/remove", Map.of("stamp", hidden(settled, "stamp")))
                        .statusCode());
        assertTrue(get("/settle?month=2024-01").body().contains("Ben pays Ada"));
    }

    /** The part of the screen of accounts that asks whether there is a pot. */
    private String pot() {
        String screen = get("/settings/accounts").body();
        return screen.substring(screen.indexOf("/settings/pot"));
    }

    @Test
    void tokensAreMadeAndRevokedByAdminsAlone() {
        HttpResponse<String> made = post("/settings/tokens", Map.of("name", "phone", "scope", "read"));
        Matcher secret = Pattern.compile("<code>(prorata_[^<]+)</code>").matcher(made.body());
        assertTrue(secret.find(), made.body());
        assertEquals(200, SERVER.get("/household", secret.group(1)).statusCode());
        assertFalse(get("/settings").body().contains(secret.group(1)));
        String id = secret.group(1).split("_", -1)[2];
        assertEquals(303, post("/settings/tokens/" + id + "/revoke", Map.of()).statusCode());
        assertEquals(401, SERVER.get("/household", secret.group(1)).statusCode());
        assertFalse(get("/settings").body().contains("sign-in?code"), "no link without https");
    }

    @Test
    void theHouseholdIsExportedAsAFile() {
        assertTrue(get("/settings").body().contains("href=\"/export\" download"));
        HttpResponse<String> file = get("/export", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertEquals(200, file.statusCode(), file.body());
        assertEquals(
                "attachment; filename=\"household.json\"",
                file.headers().firstValue("Content-Disposition").orElse(""));
    }

    @Test
    void aRowHasANote() {
        spend("Market");
        var edit = new HashMap<>(Map.of("label", "x", "date", "2024-01-06", "amount", "-1", "type", "RULE"));
        for (String note : List.of("for the <party>", "")) {
            edit.put("stamp", hidden(get("/rows/1").body(), "stamp"));
            edit.put("note", note);
            assertEquals(303, post("/rows/1", edit).statusCode());
            String row = SERVER.get("/transactions/1", token).body();
            assertTrue(row.contains(note.isEmpty() ? "\"note\":null" : "\"note\":\"" + note + '"'), row);
            assertTrue(get("/rows/1").body().contains("name=\"note\""));
        }
    }

    @Test
    void whoSignsOutIsOut() {
        HttpResponse<String> out = post("/sign-out", Map.of());
        assertEquals(303, out.statusCode());
        assertEquals(401, get("/months/2024-01").statusCode());
    }

    @Test
    void openingALinkChangesNothingAndItsButtonSignsIn() {
        String code = SERVER.post("/session/links", token, "{\"name\": \"phone\", \"scope\": \"read\"}")
                .body()
                .replaceAll(".*\"code\":\"([^\"]+)\".*", "$1");
        String before = revision();
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    200,
                    SERVER.get("/sign-in?code=" + code, null, "Accept", HTML).statusCode());
        }
        assertEquals(before, revision());
        String[] own = {
            "Sec-Fetch-Site", "same-origin", "Accept", HTML, "Content-Type", "application/x-www-form-urlencoded"
        };
        HttpResponse<String> begun =
                SERVER.send("POST", "/sign-in", null, BodyPublishers.ofString("token=" + code), own);
        assertEquals(303, begun.statusCode(), begun.body());
        assertTrue(begun.headers().firstValue("Set-Cookie").isPresent());
        HttpResponse<String> again =
                SERVER.send("POST", "/sign-in", null, BodyPublishers.ofString("token=" + code), own);
        assertEquals(422, again.statusCode());
        assertTrue(again.body().contains("role=\"alert\""), again.body());
    }

    @Test
    void formsOfOtherSitesChangeNothing() {
        spend("Market");
        String stamp = hidden(get("/rows/1").body(), "stamp");
        String before = revision();
        for (String site : List.of("cross-site", "same-site", "none")) {
            HttpResponse<String> answer = SERVER.send(
                    "POST",
                    "/rows/1/remove",
                    null,
                    BodyPublishers.ofString("stamp=" + stamp),
                    "Cookie",
                    cookie,
                    "Sec-Fetch-Site",
                    site,
                    "Sec-Fetch-Mode",
                    "navigate",
                    "Accept",
                    HTML);
            assertEquals(401, answer.statusCode(), site);
        }
        assertEquals(before, revision());
    }

    /** Whatever a page can do, the API can; and what it cannot do is listed. */
    @Test
    void everyActionIsAnOperationOfTheApi() {
        Set<String> operations = ApiRoutes.all().map(ApiRoutes.Route::toString).collect(Collectors.toSet());
        operations.addAll(Set.of("POST /session", "DELETE /session"));
        Set<String> done = new TreeSet<>();
        SERVER.context().getBean(Router.class).uriRoutes().forEach(route -> {
            var page = route.getAnnotationMetadata();
            String uri = route.getUriMatchTemplate().toPathString();
            if (page.hasAnnotation(OfPage.class)
                    && route.getHttpMethodName().equals("POST")
                    && !uri.equals("/session")) {
                String operation = page.stringValue(OfPage.class, "operation").orElse("");
                assertTrue(operations.contains(operation), uri + " does " + operation);
                done.add(operation);
            }
        });
        Set<String> left = ApiRoutes.all()
                .filter(route -> route.writes() && !route.operator())
                .map(ApiRoutes.Route::toString)
                .filter(operation -> !done.contains(operation))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(NOT_ON_THE_PAGE), left);
    }

    private static List<String> screens() {
        return List.of(
                "/months/2024-01",
                "/months/2024-01/categories?type=VARIABLE&category=",
                "/year/2024",
                "/rows",
                "/rows?month=2024-01&order=amount&type=VARIABLE",
                "/rows/1",
                "/plan",
                "/plan/budgets",
                "/plan/what-if",
                "/plan/what-if?month=2024-01",
                "/confirm",
                "/confirm?month=2024-01",
                "/settle",
                "/confirm?month=2023-12",
                "/settle?month=2023-12&basis=plan",
                "/explained?month=2024-01&figure=/summary/total_expenses",
                "/explained?view=settlement&to=2024-01&figure=/due/pot",
                "/import",
                "/settings",
                "/settings/accounts",
                "/settings/rules",
                "/settings/rules/new",
                "/settings/categories",
                "/settings/history",
                "/settings/history/1");
    }

    private void spend(String label) {
        assertEquals(
                201,
                SERVER.post(
                                "/transactions",
                                token,
                                "{\"date\": \"2024-01-05\", \"label\": \"" + label + "\", \"amount\": \"-42.10\"}")
                        .statusCode());
    }

    private String signIn() {
        return SERVER.post("/session", null, "{\"token\": \"" + token + "\"}", "Sec-Fetch-Site", "same-origin")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceAll(";.*", "");
    }

    private HttpResponse<String> get(String path, String... headers) {
        return SERVER.get(path, null, with(headers));
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return form(path, form, headers);
    }

    private HttpResponse<String> form(String path, String form, String... headers) {
        String[] all = with(headers);
        String[] typed = Arrays.copyOf(all, all.length + 2);
        typed[all.length] = "Content-Type";
        typed[all.length + 1] = "application/x-www-form-urlencoded";
        return SERVER.send("POST", path, null, BodyPublishers.ofString(form), typed);
    }

    private HttpResponse<String> file(String path) {
        String body = """
                --b
                Content-Disposition: form-data; name="file"; filename="bank.csv"
                Content-Type: text/csv

                Date;Label;Amount;Category
                2024-01-03;Rent;-1034.00;Housing
                2024-01-06;Bakery;-4.20;Groceries

                --b--
                """.replace("\n", "\r\n");
        return SERVER.send(
                "POST",
                path,
                null,
                BodyPublishers.ofString(body),
                with("Content-Type", "multipart/form-data; boundary=b"));
    }

    private String[] with(String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 6);
        System.arraycopy(
                new String[] {"Cookie", cookie, "Sec-Fetch-Site", "same-origin", "Accept", HTML},
                0,
                all,
                headers.length,
                6);
        return all;
    }

    private static String hidden(String html, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertTrue(field.find(), html);
        return field.group(1);
    }

    private String revision() {
        return SERVER.get("/household", token)
                .headers()
                .firstValue("X-Revision")
                .orElseThrow();
    }
}
