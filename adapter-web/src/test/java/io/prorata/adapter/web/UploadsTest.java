package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.util.internal.PlatformDependent;
import io.prorata.adapter.web.problem.BodySize;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many upload at once, and however slowly, what is held of their bodies has a bound. */
class UploadsTest {

    private static final WebServer SERVER = new WebServer();
    private static final String TOKEN = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    /** The largest bodies that are taken in at once. */
    private static final int ROOM = 4;

    private static final int UPLOADS = 26;
    private static final byte[] HALF = new byte[BodySize.LARGEST_FILE_BYTES / 2];

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String head(String token, String framing) {
        return "POST /imports?dry_run=true HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: text/csv\r\nExpect: 100-continue\r\n" + framing + "\r\n\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 16777216", "Transfer-Encoding: chunked"})
    void theFirstFewAreTakenInAndTheOthersToldToComeBack(String framing) throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        try {
            List<RawConnection> held = new ArrayList<>();
            for (int upload = 0; upload < UPLOADS; upload++) {
                var connection = new RawConnection(SERVER);
                connections.add(connection);
                connection.send(head(TOKEN, framing));
                RawConnection.Answer answer = connection.read();
                if (held.size() < ROOM) {
                    assertEquals(100, answer.status(), answer.toString());
                    held.add(connection);
                } else {
                    assertEquals(503, answer.status(), answer.toString());
                    assertTrue(answer.isProblem("too-many-uploads"), answer.toString());
                    assertEquals("2", answer.headers().get("retry-after"));
                }
            }
            for (RawConnection connection : held) {
                if (framing.startsWith("T")) {
                    connection.send(Integer.toHexString(HALF.length) + "\r\n");
                }
                connection.send(HALF);
            }
            assertEquals(200, SERVER.get("/household", TOKEN).statusCode());
            assertEquals(
                    201, SERVER.post("/transactions", TOKEN, ApiRoutes.LINE).statusCode(), "small ones go on");
            assertTrue(PlatformDependent.usedDirectMemory() < 160L * 1024 * 1024);
        } finally {
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
        assertTakenAgain(framing);
    }

    /** The server learns in its own time that the others have gone. */
    private static void assertTakenAgain(String framing) throws IOException {
        for (int attempt = 0; attempt < 400; attempt++) {
            try (var connection = new RawConnection(SERVER)) {
                connection.send(head(TOKEN, framing));
                if (connection.read().status() == 100) {
                    return;
                }
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertEquals("room", "none", "the room of those who went away is not given back");
    }

    @Test
    void whoeverMayNotUploadTakesNoRoom() throws IOException {
        List<RawConnection> strangers = new ArrayList<>();
        String reader = SERVER.token(SERVER.found(), Tokens.TokenScope.READ);
        try {
            for (String token : List.of("nobody", reader, reader, "nobody", reader)) {
                var connection = new RawConnection(SERVER);
                strangers.add(connection);
                connection.send(head(token, "Content-Length: 16777216"));
                assertEquals(token.equals(reader) ? 403 : 401, connection.read().status());
            }
            assertTakenAgain("Content-Length: 16777216");
        } finally {
            for (RawConnection connection : strangers) {
                connection.close();
            }
        }
    }

    @Test
    void roomIsGivenBackByEveryAnswer() {
        byte[] file = new byte[BodySize.LARGEST_FILE_BYTES];
        for (int upload = 0; upload < ROOM + 2; upload++) {
            assertEquals(
                    422,
                    SERVER.send(
                                    "POST",
                                    "/imports",
                                    TOKEN,
                                    java.net.http.HttpRequest.BodyPublishers.ofByteArray(file),
                                    "Content-Type",
                                    "text/csv")
                            .statusCode());
        }
    }
}
