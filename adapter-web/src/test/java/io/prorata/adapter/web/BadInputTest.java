package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input is answered with a problem that names its place, changes nothing, and does not harm the next request. */
class BadInputTest {

    private static final WebServer SERVER = new WebServer();
    private static HouseholdId household = new HouseholdId(1);
    private static String token = "";

    @BeforeAll
    static void begin() {
        household = SERVER.found();
        token = SERVER.token(household, Tokens.TokenScope.ADMIN);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /transactions | 400 |                                                            |
            /transactions | 400 | {                                                          |
            /transactions | 400 | []                                                         |
            /transactions | 400 | {} {}                                                      |
            /transactions | 400 | {"date":"2024-01-05","date":"2024-01-06"}                  | /date
            /transactions | 400 | [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]                   |
            /transactions | 400 | {"label":"x","amount":"1"}                                 | /date
            /transactions | 400 | {"date":"2024-13-05","label":"x","amount":"1"}             | /date
            /transactions | 400 | {"date":"2024-02-30","label":"x","amount":"1"}             | /date
            /transactions | 400 | {"date":"1899-12-31","label":"x","amount":"1"}             | /date
            /transactions | 400 | {"date":20240105,"label":"x","amount":"1"}                 | /date
            /transactions | 400 | {"date":"2024-01-05","label":7,"amount":"1"}               | /label
            /transactions | 422 | {"date":"2024-01-05","label":" ","amount":"1"}             | /label
            /transactions | 422 | {"date":"2024-01-05","label":"a\\u202Eb","amount":"1"}     | /label
            /transactions | 422 | {"date":"2024-01-05","label":"a\\u0007b","amount":"1"}     | /label
            /transactions | 400 | {"date":"2024-01-05","label":"x"}                          | /amount
            /transactions | 400 | {"date":"2024-01-05","label":"x","amount":NaN}             |
            /transactions | 400 | {"date":"2024-01-05","label":"x","amount":"NaN"}           | /amount
            /transactions | 400 | {"date":"2024-01-05","label":"x","amount":1e3}             | /amount
            /transactions | 400 | {"date":"2024-01-05","label":"x","amount":"1,5"}           | /amount
            /transactions | 422 | {"date":"2024-01-05","label":"x","amount":"1.005"}         | /amount
            /transactions | 422 | {"date":"2024-01-05","label":"x","amount":1000000000000000000000000000000} | /amount
            /transactions | 422 | {"date":"2024-01-05","label":"x","amount":"-100000000000.01"} | /amount
            /transactions | 400 | {"date":"2024-01-05","label":"x","amount":"1","colour":"red"} | /colour
            /transactions | 400 | {"date":"2024-01-05","label":"x","amount":"1","a/b~c":1}   | /a~1b~0c
            /transactions | 400 | {"date":"2024-01-05","label":"x","amount":"1","expense_type":"FOOD"} | /expense_type
            /transactions | 400 | {"date":"2024-01-05","label":"x","amount":"1","tags":"a"}  | /tags
            /transactions | 400 | {"date":"2024-01-05","label":"x","amount":"1","tags":["a",1]} | /tags/1
            /transactions | 422 | {"date":"2024-01-05","label":"x","amount":"1","tags":["a",""]} | /tags/1
            /configs | 400 | {"from":"2024-13","members":[{"member":"member1","net":"0"}]}             | /from
            /configs | 400 | {"from":"0000-00","members":[{"member":"member1","net":"0"}]}             | /from
            /configs | 422 | {"from":"2024-01","members":[]}                                 | /members
            /configs | 422 | {"from":"2024-01","members":[{"member":"nobody","net":"0"}]}              | /members/0/member
            /configs | 422 | {"from":"2024-01","members":[{"member":"Big One"}]}             | /members/0/member
            /configs | 422 | {"from":"2024-01","members":[{"member":"member1","net":"0"},{"member":"member1","net":"0"}]} | /members
            /configs | 422 | {"members":[{"member":"member1","gross":"-1","tax_rate":"0"}]}                 | /members/0/gross
            /configs | 422 | {"members":[{"member":"member1","gross":"1","tax_rate":"100.5"}]} | /members/0/tax_rate
            /configs | 422 | {"members":[{"member":"member1","gross":"1","tax_rate":"1.23456"}]} | /members/0/tax_rate
            /configs | 422 | {"members":[{"member":"member1","gross":"1","net":"2"}]}        | /members/0/net
            /configs | 422 | {"members":[{"member":"member1","gross":"3","net":"2","tax_rate":"5"}]} | /members/0/tax_rate
            /configs | 422 | {"members":[{"member":"member1","net":"0"}],"key":{"mode":"weights","weights":{"member1":0}}} | /key/weights
            /configs | 422 | {"members":[{"member":"member1","net":"0"}],"key":{"mode":"weights","weights":{"member1":-1}}} | /key/weights
            /configs | 422 | {"members":[{"member":"member1","net":"0"}],"key":{"mode":"weights","weights":{"member2":1}}} | /key/weights/member2
            /configs | 400 | {"members":[{"member":"member1","net":"0"}],"key":{"mode":"equal","weights":{"member1":1}}} | /key/weights
            /configs | 400 | {"members":[{"member":"member1","net":"0"}],"key":{"mode":"half"}}        | /key/mode
            /configs | 422 | {"members":[{"member":"member1","net":"0"},{"member":"member2"}]} | /members/1
            /configs | 422 | {"members":[{"member":"member1","gross":null}]}                | /members/0
            /configs | 422 | {"members":[{"member":"member1","tax_rate":"5"}]}              | /members/0/tax_rate
            /configs | 422 | {"members":[{"member":"member1","gross":"1"}]}                 | /members/0/tax_rate
            /fixed-expenses | 400 | {"label":"Rent","category":"Home","amount":"1"}          | /frequency
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"-1","frequency":"monthly"} | /amount
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"1","frequency":"monthly","from":"2024-02","until":"2024-01"} | /until
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"1","frequency":"monthly","split":{"mode":"member","member":"nobody"}} | /split/member
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"1","frequency":"monthly","split":{"mode":"weights","weights":{"nobody":1}}} | /split/weights/nobody
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"1","frequency":"monthly","split":{"mode":"weights","weights":{"No body":1}}} | /split/weights/No body
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"1","frequency":"monthly","split":{"mode":"weights","weights":{"member1":-1,"member2":1}}} | /split/weights
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"1","frequency":"monthly","split":{"mode":"weights","weights":{"member1":0}}} | /split/weights
            /budgets | 400 | {"category":"Home"}                                             | /amount
            /budgets | 422 | {"category":"","amount":"1"}                                    | /category
            /budgets | 422 | {"category":"Home","amount":"-1"}                               | /amount
            /budgets | 422 | {"category":"Home","amount":"100000000000.01"}                  | /amount
            /budgets | 400 | {"category":"Home","amount":"1","frequency":"monthly"}          | /frequency
            /budgets | 422 | {"category":"Home","amount":"1","from":"2024-02","until":"2024-01"} | /until
            /budgets | 422 | {"category":"Home","amount":"1","split":{"mode":"member","member":"nobody"}} | /split/member
            /budgets | 422 | {"category":"Home","amount":"1","split":{"mode":"weights","weights":{"member1":0}}} | /split/weights
            /provisions | 400 | {"name":"Holidays"}                                          | /base
            /provisions | 422 | {"name":"Holidays","base":{"mode":"total","percentage":"101"}} | /base/percentage
            /provisions | 422 | {"name":"Holidays","base":{"mode":"member","member":"nobody","percentage":"1"}} | /base/member
            /provisions | 400 | {"name":"Holidays","base":{"mode":"total","percentage":"1","amount":"3"}} | /base/amount
            /provisions | 422 | {"name":"Holidays","base":{"mode":"fixed","amount":"1"},"target":"-1"} | /target
            /provisions | 422 | {"name":"Holidays","base":{"mode":"fixed","amount":"1"},"colour":"red"} | /colour
            /provisions | 422 | {"name":"Holidays","base":{"mode":"fixed","amount":"1"},"position":99999999999} | /position
            /transactions/batch | 422 | {"transactions":[]}                                  | /transactions
            /transactions/batch | 400 | {"transactions":{}}                                  | /transactions
            /transactions/batch | 400 | {"transactions":[{"date":"2024-01-05","label":"x","amount":"1","id":7}]} | /transactions/0/id
            /transactions/changes | 400 | {"set":{"category":"x"}}                           | /filter
            /transactions/changes | 400 | {"filter":{}}                                      | /set
            /transactions/changes | 400 | {"filter":{},"set":{"amount":"1"}}                 | /set/amount
            /transactions/changes | 400 | {"filter":{"month":"2024-13"},"set":{}}            | /filter/month
            /transactions/changes | 422 | {"filter":{"month":"2024-01","to":"2024-01-02"},"set":{}} | /filter/to
            /transactions/changes | 422 | {"filter":{"from":"2024-01-03","to":"2024-01-02"},"set":{}} | /filter/to
            /transactions/changes | 422 | {"filter":{"min_amount":"2","max_amount":"1"},"set":{}} | /filter/max_amount
            /transactions/changes | 422 | {"filter":{"text":""},"set":{}}                    | /filter/text
            /transactions/changes | 422 | {"filter":{"tag":"a\\u0007"},"set":{}}             | /filter/tag
            /transactions/changes | 400 | {"filter":{"expense_types":["FIXED","GIFT"]},"set":{}} | /filter/expense_types/1
            /transactions/changes | 400 | {"filter":{},"set":{"expense_type":"GIFT"}}        | /set/expense_type
            /transactions/changes | 422 | {"filter":{},"set":{"category":""}}                | /set/category
            /tokens | 400 | {"name":"phone","scope":"everything"}                            | /scope
            """)
    void isRefusedInItsPlace(String path, int status, String body, String pointer) {
        String before = revision();
        HttpResponse<String> response = SERVER.post(path, token, body == null ? "" : body);
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        assertTrue(
                response.body().contains("\"pointer\":\"" + (pointer == null ? "" : pointer) + "\""), response.body());
        assertEquals(before, revision(), "nothing was kept");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /transactions | 400 | {"date":"2024-13-05","label":" ","amount":"1.005","tags":["a",""]} | /date /label /amount /tags/1
            /transactions | 422 | {"date":"2024-01-05","label":" ","amount":"1.005"}         | /label /amount
            /transactions/batch | 422 | {"transactions":[{"date":"2024-01-05","label":"x","amount":"1.005"},{"date":"2024-01-05","label":"x","amount":"1"},{"date":"2024-01-05","label":"","amount":"1"}]} | /transactions/0/amount /transactions/2/label
            /transactions/changes | 400 | {"filter":{"from":"x","tag":""},"set":{"category":"","excluded":null}} | /filter/from /filter/tag /set/category /set/excluded
            /configs | 400 | {"from":"x","members":[{"member":"Big","gross":"-1"},{"member":"member1","gross":"1","tax_rate":"1.23456"}],"key":{"mode":"half"}} | /from /members/0/member /members/0/gross /members/0/tax_rate /members/1/tax_rate /key/mode
            /fixed-expenses | 400 | {"label":"","frequency":"dayly","split":{"mode":"weights","weights":{"member1":"x"}},"until":"x"} | /label /frequency /split/weights/member1 /until /category /amount
            /provisions | 422 | {"name":"","base":{"mode":"member","member":"No","percentage":"101"},"colour":"red","position":-1,"opening_balance":"0.001"} | /name /base/member /base/percentage /colour /position /opening_balance
            /tokens | 400 | {"name":"","scope":"all"}                                        | /name /scope
            """)
    void allThatIsWrongIsSaidAtOnce(String path, int status, String body, String pointers) throws IOException {
        String before = revision();
        HttpResponse<String> response = SERVER.post(path, token, body);
        assertEquals(status, response.statusCode(), response.body());
        List<String> said =
                new ObjectMapper().readTree(response.body()).get("errors").findValuesAsText("pointer");
        assertEquals(List.of(pointers.split(" ")), said, response.body());
        assertEquals(before, revision(), "nothing was kept");
    }

    @Test
    void thousandsOfBadRowsAreSaidInAHundred() throws IOException {
        String rows = String.join(",", Collections.nCopies(5_000, "{}"));
        HttpResponse<String> response = SERVER.post("/transactions/batch", token, "{\"transactions\":[" + rows + "]}");
        assertEquals(400, response.statusCode());
        assertEquals(
                100, new ObjectMapper().readTree(response.body()).get("errors").size());
    }

    @Test
    void oneBadRowOfFiveHundredKeepsNone() {
        String before = revision();
        String rows = IntStream.range(0, 500)
                .mapToObj(row -> "{\"date\":\"2024-01-05\",\"label\":\"Row " + row + "\",\"amount\":\""
                        + (row == 17 ? "1.234" : "1.23") + "\"}")
                .collect(Collectors.joining(","));
        HttpResponse<String> refused = SERVER.post("/transactions/batch", token, "{\"transactions\":[" + rows + "]}");
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("\"pointer\":\"/transactions/17/amount\""), refused.body());
        assertEquals(before, revision());
        assertTrue(
                SERVER.get("/transactions?month=2024-01&text=Row", token).body().contains("\"total\":0"),
                "none of them is there");

        String right = rows.replace("1.234", "1.23");
        assertEquals(
                201,
                SERVER.post("/transactions/batch", token, "{\"transactions\":[" + right + "]}")
                        .statusCode(),
                "the next request works");
    }

    @Test
    void asManyRowsAsGoAtOnceAndOneMore() {
        String row = "{\"date\":\"2024-02-05\",\"label\":\"x\",\"amount\":\"1\"}";
        String most = String.join(",", Collections.nCopies(10_000, row));
        assertEquals(
                201,
                SERVER.post("/transactions/batch", token, "{\"transactions\":[" + most + "]}")
                        .statusCode());
        String before = revision();
        HttpResponse<String> refused =
                SERVER.post("/transactions/batch", token, "{\"transactions\":[" + most + "," + row + "]}");
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("\"type\":\"/problems/too-many-rows\""), refused.body());
        assertEquals(before, revision());
    }

    @Test
    void whatAParserSaysOfItselfIsNotPassedOn() {
        String said = SERVER.post("/transactions", token, "{\"amount\": NaN}").body();
        assertTrue(said.contains("line 1, column"), said);
        assertFalse(said.contains("ALLOW_NON_NUMERIC"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard/summary/slim?month=2026-13, month",
        "/dashboard/summary/slim?month=0000-00, month",
        "/dashboard/summary/slim?month=2026-1, month",
        "/dashboard/summary/slim?month=+2026-01, month",
        "/dashboard/summary/slim?month=, month",
        "/dashboard/summary/slim?month=1899-12, month",
        "/dashboard/summary/slim?use_cache=maybe, use_cache",
        "/dashboard/summary/slim?use_cache=, use_cache",
        "/dashboard/summary/slim?Month=2026-01, Month",
        "/dashboard/summary/slim?month=2026-01&month=2026-02, month",
        "/provisions/calculate/optimized?config_id=x, config_id",
        "/provisions/calculate/optimized?config_id=0, config_id",
        "/provisions/calculate/optimized?config_id=99999999999999999999, config_id",
        "/household?verbose=true, verbose",
        "/summary/enhanced?month=2024-00, month",
        "/summary/enhanced?month=January, month",
        "/dashboard/savings?month=2024-01-01, month",
        "/dashboard/categories/all?expense_type=FOOD, expense_type",
        "/dashboard/categories/all?expense_type=variable, expense_type",
        "/dashboard/categories/-?month=2024-01, category",
        "/dashboard/categories/all?category=x, category",
        "/dashboard/categories/all?cursor=x, cursor",
        "/dashboard/drill-down/all?level=deeper, level",
        "/dashboard/drill-down/all?level=, level",
        "/dashboard/drill-down/all?limit=0, limit",
        "/dashboard/drill-down/all?limit=501, limit",
        "/dashboard/drill-down/all?limit=-1, limit",
        "/dashboard/drill-down/all?limit=ten, limit",
        "/dashboard/drill-down/all?offset=-1, offset",
        "/dashboard/drill-down/all?offset=1.5, offset",
        "/dashboard/drill-down/all?level=transactions&cursor=x, cursor",
        "/dashboard/drill-down/all?level=transactions&cursor=AAAAAAAAAAAAAAAAAAAA, cursor",
        "/dashboard/drill-down/all?level=summary&cursor=x, cursor",
        "/dashboard/drill-down/all?level=transactions&cursor=x&offset=5, offset",
        "/transactions/hierarchy?expense_type=, expense_type",
        "/transactions/categories?expense_types=FIXED, expense_types",
        "/analytics/categories/optimized?expense_types=FIXED%7CVARIABLE, expense_types",
        "/analytics/categories/optimized?expense_types=FIXED&expense_types=, expense_types",
        "/analytics/categories/optimized?from=2024-01, to",
        "/analytics/categories/optimized?to=2024-01, from",
        "/analytics/categories/optimized?month=2024-01&from=2024-01&to=2024-02, month",
    })
    void parametersAreReadStrictly(String path, String parameter) {
        HttpResponse<String> response = SERVER.get(path, token);
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"parameter\":\"" + parameter + "\""), response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "/analytics/categories/optimized?from=2024-02&to=2024-01, to",
        "/analytics/categories/optimized?from=2004-01&to=2024-01, to",
        "/dashboard/savings?category=%20, category",
        "/dashboard/categories/-?category=a%07b, category",
    })
    void parametersThatBreakARuleAreRefused(String path, String parameter) {
        HttpResponse<String> response = SERVER.get(path, token);
        assertEquals(422, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"parameter\":\"" + parameter + "\""), response.body());
    }

    @Test
    void whatIsAllowedIsSaid() {
        assertTrue(refused("/dashboard/categories/all?expense_type=FOOD")
                .contains("one of FIXED, VARIABLE, PROVISION, INCOME, TRANSFER"));
        assertTrue(refused("/dashboard/drill-down/all?level=deeper").contains("one of summary, details, transactions"));
        assertTrue(refused("/dashboard/drill-down/all?limit=501").contains("a whole number from 1 to 500"));
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard/categories/Cuorses",
        "/dashboard/drill-down/coursse",
        "/transactions/subcategories?category=Coursé",
        "/dashboard/categories/-?category=COURSES%2F",
    })
    void aCategoryThatDoesNotExistIsAnsweredWithTheNamesNearIt(String path) {
        HouseholdId shoppers = SERVER.found();
        String shopper = SERVER.token(shoppers, Tokens.TokenScope.WRITE);
        assertEquals(
                201,
                SERVER.post(
                                "/transactions",
                                shopper,
                                "{\"date\":\"2024-01-05\",\"label\":\"x\",\"amount\":\"-1\",\"category\":\"Courses\"}")
                        .statusCode());
        HttpResponse<String> response = SERVER.get(path.replace("é", "%C3%A9"), shopper);
        assertEquals(404, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"type\":\"/problems/unknown-category\""), response.body());
        assertTrue(response.body().contains("\"near\":[\"Courses\"]"), response.body());
    }

    @Test
    void aCategoryOfAPlanThatDoesNotExistIsNotFound() {
        assertEquals(
                404, SERVER.get("/dashboard/savings?category=Nowhere", token).statusCode());
        assertEquals(
                404, SERVER.get("/dashboard/expenses?category=Nowhere", token).statusCode());
    }

    @Test
    void aCursorServesItsOwnListAlone() throws IOException {
        HouseholdId shoppers = SERVER.found();
        String shopper = SERVER.token(shoppers, Tokens.TokenScope.WRITE);
        HouseholdId others = SERVER.found();
        String other = SERVER.token(others, Tokens.TokenScope.WRITE);
        for (String writer : List.of(shopper, other)) {
            for (String label : List.of("one", "two")) {
                SERVER.post(
                        "/transactions",
                        writer,
                        "{\"date\":\"2024-01-05\",\"label\":\"" + label
                                + "\",\"amount\":\"-1\",\"category\":\"Courses\"}");
            }
        }
        String list = "/dashboard/drill-down/Courses?level=transactions&limit=1&month=2024-01";
        String cursor = new ObjectMapper()
                .readTree(SERVER.get(list, shopper).body())
                .at("/pagination/next_cursor")
                .asText();

        assertEquals(200, SERVER.get(list + "&cursor=" + cursor, shopper).statusCode());
        assertEquals(400, SERVER.get(list + "&cursor=" + cursor, other).statusCode());
        assertEquals(
                400,
                SERVER.get(list + "&expense_type=FIXED&cursor=" + cursor, shopper)
                        .statusCode());
        for (String path : List.of("all?month=2024-01", "Courses?month=2024-02")) {
            String elsewhere = "/dashboard/drill-down/" + path + "&level=transactions&cursor=" + cursor;
            assertEquals(400, SERVER.get(elsewhere, shopper).statusCode(), elsewhere);
        }
    }

    private static String refused(String path) {
        HttpResponse<String> response = SERVER.get(path, token);
        assertEquals(400, response.statusCode(), response.body());
        return response.body();
    }

    @ParameterizedTest
    @CsvSource({"C3 28, an overlong or broken sequence", "FF, no UTF-8 at all"})
    void bytesThatAreNoUtf8AreRefused(String hex, String why) {
        byte[] bad = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
        byte[] body = new byte[bad.length + 2];
        body[0] = '"';
        System.arraycopy(bad, 0, body, 1, bad.length);
        body[body.length - 1] = '"';
        HttpResponse<String> response = SERVER.send(
                "POST",
                "/transactions",
                token,
                HttpRequest.BodyPublishers.ofByteArray(body),
                "Content-Type",
                "application/json");
        assertEquals(400, response.statusCode(), why);
        assertTrue(response.body().contains("UTF-8"), response.body());
    }

    private static String revision() {
        return SERVER.get("/household", token)
                .headers()
                .firstValue("X-Revision")
                .orElseThrow();
    }
}
