package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value fits the type of its field or is refused; nothing is made to fit, and nothing is passed over. */
class StrictBodiesTest {

    private static final WebServer SERVER = new WebServer();
    private static String token = "";

    @BeforeAll
    static void begin() {
        token = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            true for a whole number       | /provisions         | 400 | /position | {"name":"x","base":{"mode":"fixed","amount":"1"},"position":true}
            a list for a whole number     | /provisions         | 400 | /position | {"name":"x","base":{"mode":"fixed","amount":"1"},"position":["12"]}
            decimals for a whole number   | /provisions         | 400 | /position | {"name":"x","base":{"mode":"fixed","amount":"1"},"position":1.9}
            text for a whole number       | /provisions         | 400 | /position | {"name":"x","base":{"mode":"fixed","amount":"1"},"position":"7"}
            a number for a text           | /tokens             | 400 | /name     | {"name":7,"scope":"read"}
            true for a text               | /tokens             | 400 | /name     | {"name":true,"scope":"read"}
            a number for an enum          | /tokens             | 400 | /scope    | {"name":"x","scope":0}
            a number for a mode           | /provisions         | 400 | /base/mode | {"name":"x","base":{"mode":1,"amount":"1"}}
            something behind the object   | /tokens             | 400 | ''        | {"name":"x","scope":"read"} 1
            a name twice                  | /tokens             | 400 | /name     | {"name":"x","name":"y","scope":"read"}
            a name twice in a map         | /provisions         | 400 | /split/weights/member1 | {"name":"x","base":{"mode":"fixed","amount":"1"},"split":{"mode":"weights","weights":{"member1":1,"member1":2}}}
            a missing number              | /transactions       | 400 | /amount   | {"date":"2024-01-05","label":"x"}
            null for a number             | /transactions       | 400 | /amount   | {"date":"2024-01-05","label":"x","amount":null}
            null in a list of numbers     | /imports/1/bills    | 400 | /transactions/1 | {"transactions":[1,null]}
            null in a list of texts       | /transactions       | 400 | /tags/0   | {"date":"2024-01-05","label":"x","amount":"1","tags":[null]}
            null in a list of objects     | /transactions/batch | 400 | /transactions/0 | {"transactions":[null]}
            null in a map                 | /provisions         | 400 | /split/weights/member1 | {"name":"x","base":{"mode":"fixed","amount":"1"},"split":{"mode":"weights","weights":{"member1":null}}}
            an exponent                   | /transactions       | 400 | /amount   | {"date":"2024-01-05","label":"x","amount":1e2}
            an exponent as text           | /transactions       | 400 | /amount   | {"date":"2024-01-05","label":"x","amount":"1E2"}
            a decimal too many            | /transactions       | 422 | /amount   | {"date":"2024-01-05","label":"x","amount":1.005}
            true for an amount            | /transactions       | 400 | /amount   | {"date":"2024-01-05","label":"x","amount":true}
            one for a flag                | /transactions       | 400 | /excluded | {"date":"2024-01-05","label":"x","amount":"1","excluded":1}
            text for a flag               | /transactions       | 400 | /excluded | {"date":"2024-01-05","label":"x","amount":"1","excluded":"true"}
            a text for a list             | /transactions       | 400 | /tags     | {"date":"2024-01-05","label":"x","amount":"1","tags":"a"}
            unknown fields, all of them   | /tokens             | 400 | /colour /scopes | {"colour":"red","name":"x","scope":"read","scopes":[]}
            unknown fields of a form      | /provisions         | 400 | /base/percentage /base/x | {"name":"x","base":{"mode":"fixed","amount":"1","percentage":"5","x":1}}
            a list for the body           | /tokens             | 400 | ''        | []
            null for the body             | /tokens             | 400 | ''        | null
            expressions are only text     | /category-mappings/apply | 400 | /${x} | {"${x}":1}
            """)
    void isRefused(String what, String path, int status, String pointers, String body) throws IOException {
        String before = revision();
        HttpResponse<String> response = SERVER.post(path, token, body);
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(List.of(pointers.replace("''", "").split(" ", -1)), pointers(response), response.body());
        assertEquals(before, revision(), "nothing was kept");
    }

    /** What is missing comes last in its object; the rest has the place that it was sent at. */
    @Test
    void whatIsWrongIsSaidInTheOrderOfTheDocument() throws IOException {
        HttpResponse<String> response = SERVER.post(
                "/fixed-expenses",
                token,
                "{\"until\":1,\"split\":{\"zzz\":1},\"amount\":\"0.001\",\"label\":\"\",\"aaa\":2}");
        assertEquals(
                List.of("/until", "/split/mode", "/amount", "/label", "/aaa", "/category", "/frequency"),
                pointers(response));
        response = SERVER.post(
                "/fixed-expenses",
                token,
                "{\"frequency\":\"monthly\",\"amount\":\"0.001\",\"category\":\" \",\"label\":\"\"}");
        assertEquals(422, response.statusCode());
        assertEquals(List.of("/amount", "/category", "/label"), pointers(response));
    }

    @Test
    void whatSomebodyCallsThingsIsNoExpression() {
        HttpResponse<String> response = SERVER.json(
                "PUT",
                "/category-mappings",
                token,
                "{\"rules\":[{\"category\":\"${a}{b}\",\"expense_type\":\"FIXED\"},"
                        + "{\"category\":\"${A}{b}\",\"expense_type\":\"FIXED\"}]}",
                "If-Match",
                "*");
        assertEquals(422, response.statusCode());
        assertTrue(response.body().contains("two rules for one category: ${A}{b} and ${a}{b}"), response.body());
    }

    private static List<String> pointers(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body()).path("errors").findValuesAsText("pointer");
    }

    private static String revision() {
        return SERVER.get("/household", token)
                .headers()
                .firstValue("X-Revision")
                .orElseThrow();
    }
}
