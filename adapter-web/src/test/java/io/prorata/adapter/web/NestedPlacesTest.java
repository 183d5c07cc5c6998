package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a part of a body is said where the part is in the body, however deep. */
class NestedPlacesTest {

    private static final WebServer SERVER = new WebServer();
    private static String token = "";

    @BeforeAll
    static void begin() {
        HouseholdId household = SERVER.found();
        token = SERVER.token(household, Tokens.TokenScope.ADMIN);
        for (String[] made : new String[][] {
            {"/configs", ApiRoutes.CONFIG},
            {"/fixed-expenses", ApiRoutes.BILL},
            {"/provisions", ApiRoutes.PROVISION},
            {"/transactions", ApiRoutes.LINE}
        }) {
            assertEquals(201, SERVER.post(made[0], token, made[1]).statusCode(), made[0]);
        }
        SERVER.send(
                "POST",
                "/imports?date_format=day-first",
                token,
                HttpRequest.BodyPublishers.ofString("date;label;amount\n01/02/2024;x;-1.00\n"),
                "Content-Type",
                "text/csv");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** What a row may state, and what is wrong with it. */
    private static final String OF_A_ROW = """
            /split/member           | "split":{"mode":"member","member":"nobody"}
            /split/member           | "split":{"mode":"member","member":"No Key"}
            /split/weights/nobody   | "split":{"mode":"weights","weights":{"member1":1,"nobody":1}}
            /split/weights/No~1Key  | "split":{"mode":"weights","weights":{"No/Key":1}}
            /split/weights          | "split":{"mode":"weights","weights":{"member1":0}}
            /split/weights          | "split":{"mode":"weights","weights":{}}
            /split/weights          | "split":{"mode":"weights"}
            /split/mode             | "split":{"mode":"halves"}
            /split/x                | "split":{"mode":"key","x":1}
            /payer                  | "payer":"nobody"
            /member                 | "member":"nobody","expense_type":"TRANSFER"
            /member                 | "member":"everybody","expense_type":"FIXED"
            /bill_id                | "bill_id":99
            /bill_id                | "bill_id":1,"expense_type":"VARIABLE"
            /provision_id           | "provision_id":99
            /provision_id           | "provision_id":1,"expense_type":"INCOME"
            /provision_id           | "bill_id":1,"provision_id":1
            /common                 | "bill_id":1,"common":false
            /tags/1                 | "tags":["a",""]
            /category               | "category":""
            """;

    /** A body with a part of a row within. */
    private record Nesting(String path, String prefix, String before, String after) {}

    private static final String ROW = "{\"date\":\"2024-01-05\",\"label\":\"x\",\"amount\":\"-1\"";

    private static final List<Nesting> NESTINGS = List.of(
            new Nesting("/transactions", "", ROW + ",", "}"),
            new Nesting(
                    "/transactions/batch", "/transactions/1", "{\"transactions\":[" + ROW + "}," + ROW + ",", "}]}"),
            new Nesting("/transactions/changes", "/set", "{\"filter\":{},\"set\":{", "}}"),
            new Nesting("/transactions/changes?dry_run=true", "/set", "{\"filter\":{},\"set\":{", "}}"),
            new Nesting(
                    "/simulations",
                    "/changes/1/body",
                    "{\"from\":\"2024-01\",\"to\":\"2024-02\",\"changes\":["
                            + "{\"method\":\"POST\",\"path\":\"/transactions\",\"body\":" + ROW + "}},"
                            + "{\"method\":\"POST\",\"path\":\"/transactions\",\"body\":" + ROW + ",",
                    "}}]}"));

    private static Stream<Arguments> everyPartInEveryBody() {
        return NESTINGS.stream()
                .flatMap(nesting -> OF_A_ROW.lines().map(line -> {
                    String[] part = line.split("\\|", 2);
                    return Arguments.of(
                            nesting.path(),
                            nesting.before() + part[1].strip() + nesting.after(),
                            nesting.prefix() + part[0].strip());
                }));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyPartInEveryBody")
    void aPartOfARowHasItsPlaceInTheBody(String path, String body, String pointer) throws IOException {
        assertRefused("POST", path, body, pointer);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /rules      | {"name":"x","conditions":{"label_is":"x"},"effects":{"split":{"mode":"member","member":"nobody"}}} | /effects/split/member
            POST | /rules      | {"name":"x","conditions":{"label_matches":"("},"effects":{"category":"x"}} | /conditions/label_matches
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{"split":{"mode":"member","member":"nobody"}}}} | /rule/effects/split/member
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{"split":{"mode":"weights","weights":{"nobody":1}}}}} | /rule/effects/split/weights/nobody
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{"split":{"mode":"weights","weights":{"member1":0}}}}} | /rule/effects/split/weights
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{"payer":"nobody"}}} | /rule/effects/payer
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{"member":"nobody"}}} | /rule/effects/member
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{"bill_id":99}}} | /rule/effects/bill_id
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{"provision_id":99}}} | /rule/effects/provision_id
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{"bill_id":1,"provision_id":1}}} | /rule/effects/provision_id
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{}}} | /rule
            POST | /rules/test | {"rule":{"name":"x","conditions":{},"effects":{"category":"x"}}} | /rule
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_matches":"("},"effects":{"category":"x"}}} | /rule/conditions/label_matches
            POST | /rules/test | {"rule":{"name":"x","conditions":{"account":"none"},"effects":{"category":"x"}}} | /rule/conditions/account
            POST | /rules/test | {"rule":{"name":"x","conditions":{"min_amount":"2","max_amount":"1"},"effects":{"category":"x"}}} | /rule/conditions/max_amount
            POST | /rules/test | {"rule":{"name":"x","conditions":{"label_is":"x"},"effects":{"category":"x"}},"filter":{"month":"2024-01","to":"2024-01-02"}} | /filter/to
            POST | /plan-effects | {"from":"2024-01","fixed_expense":{"amount":"1","split":{"mode":"member","member":"nobody"}}} | /fixed_expense/split/member
            POST | /plan-effects | {"from":"2024-01","fixed_expense":{"amount":"1","split":{"mode":"weights","weights":{"member1":0}}}} | /fixed_expense/split/weights
            POST | /plan-effects | {"from":"2024-01","fixed_expense":{"amount":"1","due_month":"2024-01"}} | /fixed_expense/due_month
            POST | /plan-effects | {"from":"2024-01","fixed_expense":{}} | /fixed_expense
            POST | /plan-effects | {"from":"2024-01","provision":{}} | /provision
            POST | /plan-effects | {"from":"2024-01","provision":{"base":{"mode":"member","member":"nobody","percentage":"1"}}} | /provision/base/member
            POST | /plan-effects | {"from":"2024-01","provision":{"base":{"mode":"to_target","by":"2023-12"},"target":"9"}} | /provision/base/by
            POST | /plan-effects | {"from":"2024-01","provision":{"base":{"mode":"to_target","by":"2024-12"}}} | /provision/target
            POST | /plan-effects | {"from":"2024-01","config":{"members":[{"member":"member1","net":"1"},{"member":"nobody","net":"1"}]}} | /config/members/1/member
            POST | /plan-effects | {"from":"2024-01","config":{"members":[{"member":"member1","net":"1"},{"member":"member1","net":"1"}]}} | /config/members
            POST | /plan-effects | {"from":"2024-01","config":{"members":[{"member":"member1","net":"1"},{"member":"member2","gross":"1"}]}} | /config/members/1/tax_rate
            POST | /plan-effects | {"from":"2024-01","config":{"members":[{"member":"member1","net":"1"}],"key":{"mode":"weights","weights":{"member2":1}}}} | /config/key/weights/member2
            POST | /configs | {"members":[{"member":"member1","net":"1"},{"member":"nobody","net":"1"}]} | /members/1/member
            POST | /confirmations | {"confirm":[{"id":"income:1"}]} | /confirm/0/id
            POST | /confirmations | {"reject":["income:1"]} | /reject/0
            POST | /accounts | {"name":"x","owner":"member1","opening_balance":{"date":"2024-01-05","amount":"0.001"}} | /opening_balance/amount
            POST | /tax/estimates | {"scale":"fr-2024","taxable_incomes":["1","-1"]} | /taxable_incomes/1
            POST | /imports/1/bills | {"transactions":[1,"x"]} | /transactions/1
            POST | /simulations | {"from":"2024-01","to":"2024-02","changes":[{"method":"POST","path":"/provisions","body":{"name":"x","base":{"mode":"member","member":"nobody","percentage":"1"}}}]} | /changes/0/body/base/member
            POST | /simulations | {"from":"2024-01","to":"2024-02","changes":[{"method":"POST","path":"/configs","body":{"members":[{"member":"nobody","net":"1"}]}}]} | /changes/0/body/members/0/member
            POST | /simulations | {"from":"2024-01","to":"2024-02","changes":[{"method":"PATCH","path":"/fixed-expenses/1","body":{"split":{"mode":"member","member":"nobody"}}}]} | /changes/0/body/split/member
            PUT  | /import-profiles/1 | {"options":{"a/b":"x"}} | /options/a~1b
            PUT  | /category-mappings | {"rules":[{"category":"x","expense_type":"FIXED"},{"category":"","expense_type":"FIXED"}]} | /rules/1/category
            PATCH | /transactions/1 | {"split":{"mode":"weights","weights":{"nobody":1}}} | /split/weights/nobody
            PATCH | /household | {"members":[{"key":"member1","name":"Ada"},{"key":"member2","name":""}]} | /members/1/name
            """)
    void aPartHasItsPlaceInTheBody(String method, String path, String body, String pointer) throws IOException {
        assertRefused(method, path, body, pointer);
    }

    private static void assertRefused(String method, String path, String body, String pointer) throws IOException {
        String before = revision();
        HttpResponse<String> answer = SERVER.json(method, path, token, body, "If-Match", "*");
        assertEquals(4, answer.statusCode() / 100, answer.body());
        assertEquals(List.of(pointer), pointers(answer), answer.body());
        assertEquals(before, revision(), "nothing was kept");
    }

    @Test
    void aPlaceThatWasNotSentIsFound() {
        String problem = "{\"errors\":[{\"pointer\":\"/split/member\"}]}";
        assertEquals("", SentPlaces.missing("POST", "{\"split\":{}}", problem));
        assertEquals("", SentPlaces.missing("PATCH", "{\"label\":\"x\"}", problem));
        assertNotEquals("", SentPlaces.missing("POST", "{\"set\":{\"split\":{\"member\":1}}}", problem));
        assertNotEquals("", SentPlaces.missing("POST", "{\"split\":[]}", problem.replace("split", "split/0")));
    }

    private static List<String> pointers(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body()).path("errors").findValuesAsText("pointer");
    }

    private static String revision() {
        return SERVER.get("/household", token)
                .headers()
                .firstValue("X-Revision")
                .orElseThrow();
    }
}
