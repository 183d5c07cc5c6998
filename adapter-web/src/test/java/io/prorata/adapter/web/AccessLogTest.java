package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.adapter.web.properties.AccessLogFormat;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A line for every request, with nothing personal in it; and where a request belongs in its client's trace. */
class AccessLogTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.prorata.access");
    private final Lines lines = new Lines();

    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            said.add(event.getFormattedMessage());
        }
    }

    private WebServer server(AccessLogFormat format) {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(lines);
        return new WebServer(new ServerSettings(ServerSettings.LOOPBACK, -1).logging(format));
    }

    @AfterEach
    void silence() {
        logger.detachAppender(lines);
    }

    @Test
    void aLineOfJsonTellsWhatCameOfARequest() throws IOException, InterruptedException {
        try (WebServer server = server(AccessLogFormat.JSON)) {
            String token = server.token(server.found(), Tokens.TokenScope.READ);
            HttpResponse<String> answer = server.get(
                    "/dashboard/categories/all?month=2024-01", token, "X-Request-Id", "mine", "traceparent", PARENT);

            JsonNode line = new ObjectMapper().readTree(lines.said.take());

            assertEquals("mine", line.path("request_id").asText());
            assertEquals("2024-01-15T12:00:00Z", line.path("at").asText());
            assertEquals("GET", line.path("method").asText());
            assertEquals("/dashboard/categories/{segment}", line.path("route").asText());
            assertEquals("month=2024-01", line.path("query").asText());
            assertEquals(200, line.path("status").asInt());
            assertEquals(answer.body().length(), line.path("bytes").asInt());
            assertTrue(line.path("duration_us").asLong() > 0, line.toString());
            assertEquals("miss", line.path("cache").asText());
            assertEquals(TRACE, line.path("trace_id").asText());
            assertEquals("b7ad6b7169203331", line.path("parent_id").asText());
            assertEquals(
                    "00-" + TRACE + "-" + line.path("span_id").asText() + "-01",
                    answer.headers().firstValue("traceresponse").orElse(""));
        }
    }

    @Test
    void nothingPersonalIsInALine() throws InterruptedException {
        for (AccessLogFormat format : new AccessLogFormat[] {AccessLogFormat.TEXT, AccessLogFormat.JSON}) {
            try (WebServer server = server(format)) {
                String token = server.token(server.found(), Tokens.TokenScope.READ);
                server.get("/transactions?text=Lilas&account=FR76&month=2024-01&limit=5", token);
                server.get("/transactions?month=Lilas%20FR76", token);
                server.get("/Lilas/FR76?Lilas=FR76", token);
                server.get("/household", "prorata_1_1_FR76Lilas");
                server.get("/household", token, "X-Request-Id", "Lilas\\ FR76");
                for (int i = 0; i < 5; i++) {
                    String line = lines.said.take();
                    assertFalse(line.contains("Lilas") || line.contains("FR76") || line.contains("prorata_"), line);
                    assertFalse(line.contains("127.0.0.1"), line);
                }
            } finally {
                logger.detachAppender(lines);
            }
        }
    }

    @Test
    void aLineOfTextIsKeysAndValues() throws InterruptedException {
        try (WebServer server = server(AccessLogFormat.TEXT)) {
            server.get("/nowhere", null, "X-Request-Id", "mine");

            String line = lines.said.take();

            assertTrue(
                    line.matches(
                            "at=2024-01-15T12:00:00Z request_id=mine method=GET route=\"\\(no route\\)\" status=404"
                                    + " bytes=[0-9]+ duration_us=[0-9]+ statements=0 database_us=0"),
                    line);
        }
    }

    @Test
    void withoutAskingNothingIsLogged() {
        try (WebServer server = server(AccessLogFormat.OFF)) {
            HttpResponse<String> answer = server.get("/health/live", null, "traceparent", "00-broken");

            assertEquals(200, answer.statusCode());
            assertTrue(answer.headers().firstValue("traceresponse").isEmpty());
            assertTrue(answer.headers().firstValue("X-Request-Id").orElse("").matches("[0-9a-f]{16}"));
        }
        assertTrue(lines.said.isEmpty(), lines.said::toString);
    }
}
