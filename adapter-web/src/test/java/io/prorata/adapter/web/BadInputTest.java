package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
        token = SERVER.token(household, Tokens.Scope.ADMIN);
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
            /transactions | 400 | {"date":"2024-01-05","date":"2024-01-06"}                  |
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
            /configs | 400 | {"from":"2024-13","members":[{"member":"member1"}]}             | /from
            /configs | 400 | {"from":"0000-00","members":[{"member":"member1"}]}             | /from
            /configs | 422 | {"from":"2024-01","members":[]}                                 | /members
            /configs | 422 | {"from":"2024-01","members":[{"member":"nobody"}]}              | /members/0/member
            /configs | 422 | {"from":"2024-01","members":[{"member":"Big One"}]}             | /members/0/member
            /configs | 422 | {"from":"2024-01","members":[{"member":"member1"},{"member":"member1"}]} | /members
            /configs | 422 | {"members":[{"member":"member1","gross":"-1"}]}                 | /members/0/gross
            /configs | 422 | {"members":[{"member":"member1","gross":"1","tax_rate":"100.5"}]} | /members/0/tax_rate
            /configs | 422 | {"members":[{"member":"member1","gross":"1","tax_rate":"1.23456"}]} | /members/0/tax_rate
            /configs | 422 | {"members":[{"member":"member1","gross":"1","net":"2"}]}        | /members/0/net
            /configs | 422 | {"members":[{"member":"member1","gross":"3","net":"2","tax_rate":"5"}]} | /members/0/tax_rate
            /configs | 422 | {"members":[{"member":"member1"}],"key":{"mode":"weights","weights":{"member1":0}}} | /key/weights
            /configs | 422 | {"members":[{"member":"member1"}],"key":{"mode":"weights","weights":{"member1":-1}}} | /key/weights
            /configs | 422 | {"members":[{"member":"member1"}],"key":{"mode":"weights","weights":{"member2":1}}} | /key/weights
            /configs | 422 | {"members":[{"member":"member1"}],"key":{"mode":"equal","weights":{"member1":1}}} | /key/weights
            /configs | 400 | {"members":[{"member":"member1"}],"key":{"mode":"half"}}        | /key/mode
            /fixed-expenses | 400 | {"label":"Rent","category":"Home","amount":"1"}          | /frequency
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"-1","frequency":"monthly"} | /amount
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"1","frequency":"monthly","from":"2024-02","until":"2024-01"} | /until
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"1","frequency":"monthly","split":{"mode":"member","member":"nobody"}} | /split
            /fixed-expenses | 422 | {"label":"Rent","category":"Home","amount":"1","frequency":"monthly","split":{"mode":"weights","weights":{"member1":0}}} | /split/weights
            /provisions | 400 | {"name":"Holidays"}                                          | /base
            /provisions | 422 | {"name":"Holidays","base":{"mode":"total","percentage":"101"}} | /base/percentage
            /provisions | 422 | {"name":"Holidays","base":{"mode":"member","member":"nobody","percentage":"1"}} | /member
            /provisions | 422 | {"name":"Holidays","base":{"mode":"total","percentage":"1","amount":"3"}} | /base/amount
            /provisions | 422 | {"name":"Holidays","base":{"mode":"fixed","amount":"1"},"target":"-1"} | /target
            /provisions | 422 | {"name":"Holidays","base":{"mode":"fixed","amount":"1"},"colour":"red"} | /colour
            /provisions | 422 | {"name":"Holidays","base":{"mode":"fixed","amount":"1"},"position":99999999999} | /position
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
    })
    void parametersAreReadStrictly(String path, String parameter) {
        HttpResponse<String> response = SERVER.get(path, token);
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"parameter\":\"" + parameter + "\""), response.body());
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
