package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request whose head can be read in two ways, or that is meant for somebody else, is refused before anything else is looked at. */
class RequestHeadsTest {

    private static final String SLIM = "/dashboard/summary/slim?month=2024-01";
    private static final WebServer SERVER =
            new WebServer(new ServerSettings(ServerSettings.LOOPBACK, -1).named(Set.of("money.example", "10.9.8.7")));
    private static final String TOKEN = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** Sends {@code head}, in which {@code |} ends a line and {@code <token>} stands for a token that holds. */
    private static RawConnection.Answer answer(String head) throws IOException {
        try (var connection = new RawConnection(SERVER)) {
            connection.send(head.replace("|", "\r\n").replace("<token>", TOKEN) + "\r\n\r\n");
            RawConnection.Answer answer = connection.read();
            if (answer.status() != 200) {
                assertEquals("close", answer.headers().get("connection"));
                assertTrue(connection.isClosed());
            }
            return answer;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        400!unreadable-request!GET /household HTTP/1.1|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.0|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host: localhost|Host: localhost|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host: localhost|Host: evil.example|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host:|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host: local host|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host: localhost:80:80|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host: user@localhost|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host: localhost, localhost|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host: localhost|Authorization: Bearer <token>|X-Folded: a| b
        400!unreadable-request!GET /household HTTP/1.1|Host: localhost|Authorization: Bearer <token>|X-Folded: a|\tb
        400!unreadable-request!GET /household HTTP/1.1|Host: localhost|Authorization:| Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1| Host: localhost|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1|Host: localhost|Authorization: Bearer <token>|X-Last: a| |X-More: b
        400!unreadable-request!GET /household HTTP/1.2|Host: localhost|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/2.0|Host: localhost|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/0.9|Host: localhost|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTPS/1.1|Host: localhost|Authorization: Bearer <token>
        400!unreadable-request!GET /household HTTP/1.1x|Host: localhost|Authorization: Bearer <token>
        400!unreadable-request!GET /household|Host: localhost|Authorization: Bearer <token>
        400!unreadable-request!GET household HTTP/1.1|Host: localhost|Authorization: Bearer <token>
        400!unreadable-request!POST /transactions HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Content-Length: 2|Content-Length: 3||{}
        400!unreadable-request!POST /transactions HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Content-Length: 2|Transfer-Encoding: chunked||0|
        400!unreadable-request!POST /transactions HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Transfer-Encoding: gzip, chunked||0|
        400!unreadable-request!POST /transactions HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Content-Type: text/csv|Content-Type: application/json|Content-Length: 2||{}
        400!unreadable-request!POST /transactions HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Idempotency-Key: a|Idempotency-Key: b|Content-Length: 2||{}
        417!request-refused!POST /transactions HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Expect: the-unexpected|Content-Length: 2||{}
        417!request-refused!POST /transactions HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Expect: 100-continue, more|Content-Length: 2||{}
        421!foreign-host!GET /household HTTP/1.1|Host: evil.example|Authorization: Bearer <token>
        421!foreign-host!GET /household HTTP/1.1|Host: evil.example:8642|Authorization: Bearer <token>
        421!foreign-host!GET /household HTTP/1.1|Host: localhost.evil.example|Authorization: Bearer <token>
        421!foreign-host!GET /household HTTP/1.1|Host: 10.9.8.6|Authorization: Bearer <token>
        421!foreign-host!GET /household HTTP/1.1|Host: [2001:db8::1]|Authorization: Bearer <token>
        421!foreign-host!GET /health HTTP/1.1|Host: evil.example
        421!foreign-host!GET http://evil.example/household HTTP/1.1|Host: localhost|Authorization: Bearer <token>
        403!foreign-origin!GET /household HTTP/1.1|Host: localhost|Origin: http://evil.example|Authorization: Bearer <token>
        403!foreign-origin!GET /household HTTP/1.1|Host: localhost|Origin: null|Authorization: Bearer <token>
        403!foreign-origin!GET /household HTTP/1.1|Host: localhost|Origin: file://localhost|Authorization: Bearer <token>
        403!foreign-origin!OPTIONS /household HTTP/1.1|Host: localhost|Origin: https://evil.example|Access-Control-Request-Method: POST
        415!unsupported-content-encoding!POST /transactions HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Content-Encoding: gzip|Content-Length: 2||{}
        415!unsupported-content-encoding!POST /imports HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Content-Encoding: x-gzip|Content-Length: 2||{}
        415!unsupported-content-encoding!POST /imports HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Content-Encoding: deflate|Content-Length: 2||{}
        415!unsupported-content-encoding!POST /imports HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Content-Encoding: br|Content-Length: 2||{}
        415!unsupported-content-encoding!POST /imports HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Content-Encoding: identity, gzip|Content-Length: 2||{}
        415!unsupported-content-encoding!POST /imports HTTP/1.1|Host: localhost|Authorization: Bearer <token>|Content-Encoding: none-of-them|Content-Length: 2||{}
        """)
    void isRefused(int status, String kind, String head) throws IOException {
        RawConnection.Answer answer = answer(head);
        assertEquals(status, answer.status(), answer.toString());
        assertTrue(answer.isProblem(kind), answer.toString());
        assertEquals("nosniff", answer.headers().get("x-content-type-options"));
    }

    /** The framework answers such an address before it looks at the rest of the head, and would keep the connection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost|Via: \u0001",
                "Host: localhost|Via: \u007f",
                "Host: localhost|Bad Name: a",
                "Host: localhost|Host: localhost",
                "Host: localhost|X-Folded: a| b",
                "Host: localhost|X: a|Content-Length: 1|Content-Length: 2",
            })
    void isRefusedWhateverTheAddress(String headers) throws IOException {
        for (String address : List.of("/household", "/transactions/%a%5C", "/transactions/%", "/\u0001", "*", "a b")) {
            RawConnection.Answer answer = answer("GET " + address + " HTTP/1.1|" + headers);
            assertEquals(400, answer.status(), address + answer);
            assertTrue(answer.isProblem("unreadable-request"), address + answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost",
                "Host: LocalHost:1",
                "Host: localhost.",
                "Host: prorata.localhost:8642",
                "Host: 127.0.0.1",
                "Host: 127.0.0.2:99",
                "Host: [::1]:8642",
                "Host: money.example",
                "Host: MONEY.example:443",
                "Host: 10.9.8.7",
                "Host: localhost|Origin: http://localhost:3000",
                "Host: localhost|Origin: https://money.example",
                "Host: localhost|Content-Encoding: identity",
                "Host: localhost|Expect: 100-continue",
                "Host: localhost|Accept-Language: ,",
                "Host: localhost|Accept-Language: ;q=x, *",
                "Host: localhost|Accept-Charset: ,",
            })
    void isTaken(String headers) throws IOException {
        for (String path : List.of("/household", SLIM, "/transactions?limit=2")) {
            RawConnection.Answer answer = answer("GET " + path + " HTTP/1.1|Authorization: Bearer <token>|" + headers);
            assertEquals(200, answer.status(), answer.toString());
        }
    }

    @Test
    void theRefusalOfAHostNamesTheOption() throws IOException {
        String body = answer("GET /household HTTP/1.1|Host: other.example|Authorization: Bearer <token>")
                .body();
        assertTrue(body.contains("--host-name other.example"), body);
    }

    /** A kept view is answered past the router; what is refused is refused all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost|Host: localhost",
                "Host: localhost|X-Folded: a| b",
                "Host: localhost|Origin: http://evil.example",
                "Host: localhost|Expect: all",
                "Host: localhost|Content-Encoding: gzip",
                "Host: localhost|Authorization: Bearer x",
            })
    void aKeptViewIsNoExemption(String headers) throws IOException {
        SERVER.get(SLIM, TOKEN);
        SERVER.get(SLIM, TOKEN);
        long before = SERVER.context().getBean(NormalRouteCounter.class).taken();
        RawConnection.Answer kept = answer("GET " + SLIM + " HTTP/1.1|Authorization: Bearer <token>|" + headers);
        RawConnection.Answer usual = answer("GET /household HTTP/1.1|Authorization: Bearer <token>|" + headers);
        assertEquals(usual.status(), kept.status());
        assertTrue(kept.status() >= 400);
        assertEquals(withoutId(usual.body()), withoutId(kept.body()));
        assertEquals(before, SERVER.context().getBean(NormalRouteCounter.class).taken());
    }

    private static String withoutId(String problem) {
        return problem.replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
