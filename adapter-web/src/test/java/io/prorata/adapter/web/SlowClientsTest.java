package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends a byte now and then does not hold a connection for ever; whoever asks again on one is served. */
class SlowClientsTest {

    private static final int REQUEST_MILLIS = 400;

    private static final WebServer SERVER =
            new WebServer(new ServerSettings(ServerSettings.LOOPBACK, -1).within(Duration.ofMillis(REQUEST_MILLIS)));

    private static final String TOKEN = SERVER.token(SERVER.found(), Tokens.TokenScope.WRITE);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /household HTTP/1.1\r\nHost: x\r\nX-Slow: ",
                "POST /transactions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\nAuthorization: Bearer {token}\r\n\r\n{"
            })
    void aRequestThatDripsIsCutOff(String beginning) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), SERVER.uri().getPort())) {
            send(socket, beginning.replace("{token}", TOKEN));
            // Reading times out between drips, for as long as the connection is there.
            socket.setSoTimeout(50);
            assertThrows(ConnectionCut.class, () -> {
                for (int drips = 0; drips < 1_000; drips++) {
                    drip(socket);
                }
            });
        }
        assertEquals(200, SERVER.get("/household", TOKEN).statusCode());
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() throws IOException, InterruptedException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), SERVER.uri().getPort())) {
            socket.setSoTimeout(20_000);
            for (int requests = 0; requests < 3; requests++) {
                send(socket, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
                byte[] answer = new byte[15];
                assertEquals(15, socket.getInputStream().readNBytes(answer, 0, 15));
                assertEquals("HTTP/1.1 200 OK", new String(answer, StandardCharsets.US_ASCII));
                skipRest(socket);
                Thread.sleep(REQUEST_MILLIS);
            }
        }
    }

    private static void skipRest(Socket socket) throws IOException {
        var rest = new StringBuilder();
        while (!rest.toString().endsWith("}")) {
            int next = socket.getInputStream().read();
            assertTrue(next >= 0, "the connection stays");
            rest.append((char) next);
        }
    }

    private static final class ConnectionCut extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static void drip(Socket socket) throws ConnectionCut {
        try {
            send(socket, " ");
            if (socket.getInputStream().read() < 0) {
                throw new ConnectionCut();
            }
        } catch (SocketTimeoutException stillThere) {
            // The next drip.
        } catch (IOException reset) {
            throw new ConnectionCut();
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
