package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A server whose disk and whose clock do what they should not: what it says is still true. */
class DiskAndClockTest {

    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    private static final String LINE = "{\"date\": \"2026-03-02\", \"label\": \"Market\", \"amount\": \"-1\"}";

    @TempDir
    private Path home;

    private final Hands clock = new Hands();
    private Shell shell;
    private String token;

    /** A clock whose hands are moved by the test. */
    private static final class Hands extends Clock {

        private volatile Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void found() {
        shell = new Shell(home);
        shell.must(
                "household",
                "create",
                "--name",
                "Ours",
                "--currency",
                "EUR",
                "--zone",
                "Europe/Paris",
                "--member",
                "x=X");
        token = shell.must("token", "create", "--name", "test").out().strip();
    }

    @Test
    void aLogThatWasRemovedIsNoticedBeforeTheNextAnswer() throws IOException, InterruptedException {
        try (Server server = serve();
                Client client = new Client(server.address(), token)) {
            assertEquals(201, client.post("/transactions", LINE).statusCode());
            assertEquals(200, client.get("/health/ready").statusCode());
            Files.delete(shell.database().resolveSibling(shell.database().getFileName() + "-wal"));

            assertEquals(503, client.get("/health/ready").statusCode());
            HttpResponse<String> refused = client.post("/transactions", LINE);
            assertEquals(503, refused.statusCode(), refused.body());
            assertEquals(
                    "/problems/store-replaced",
                    Client.json(refused).path("type").asText());
            for (String health : List.of("/health", "/health/ready")) {
                HttpResponse<String> down = client.get(health);
                assertEquals(503, down.statusCode(), down.body());
                assertEquals("REPLACED", Client.json(down).path("books").asText());
            }
            assertEquals(200, client.get("/health/live").statusCode());
            assertEquals(200, client.get("/transactions").statusCode(), "reading goes on");
        }
        try (Server server = serve();
                Client client = new Client(server.address(), token)) {
            assertEquals(1, rows(client), "what was acknowledged is there, and nothing else");
        }
    }

    @Test
    void aFullDiskIsNotReadyAndFillsNoLog() throws IOException, InterruptedException {
        Logger logger = (Logger) LoggerFactory.getLogger("io.prorata.adapter.web.problem.StoreFaultHandler");
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.addAppender(log);
        var database = SqliteDatabase.own(shell.database(), DatabaseLock.of(shell.database()));
        try (Server server = Server.start(database, new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
                Client client = new Client(server.address(), token)) {
            var full = new AtomicBoolean(true);
            database.observe(new ExecuteListener() {
                private static final long serialVersionUID = 1L;

                @Override
                public void executeStart(ExecuteContext context) {
                    try (var statement = context.connection().createStatement()) {
                        // Not below what it has already.
                        statement.execute("PRAGMA max_page_count=" + (full.get() ? 1 : 1_000_000));
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            int refused = 0;
            for (int i = 0; i < 400 && refused < 20; i++) {
                refused += client.post("/transactions", LINE).statusCode() == 507 ? 1 : 0;
            }
            assertEquals(20, refused);
            HttpResponse<String> down = client.get("/health/ready");
            assertEquals(503, down.statusCode(), down.body());
            assertEquals("FULL", Client.json(down).path("books").asText());
            assertEquals(1, log.list.size(), log.list.toString());
            assertNull(log.list.getFirst().getThrowableProxy());

            full.set(false);
            assertEquals(200, client.get("/health/ready").statusCode());
            assertEquals(201, client.post("/transactions", LINE).statusCode());
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void oneRequestHasOneEffectWhereverTheClockJumps() throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (Instant jumped : List.of(
                NOON,
                NOON.plus(Duration.ofDays(1)),
                NOON.minus(Duration.ofDays(1)),
                NOON.plus(Duration.ofDays(366)),
                NOON.minus(Duration.ofDays(366)),
                Instant.EPOCH,
                Instant.parse("2099-12-31T23:30:00Z"),
                // The household's midnight, seen from both sides.
                Instant.parse("2026-03-15T22:59:59Z"),
                Instant.parse("2026-03-15T23:00:01Z"))) {
            clock.now = jumped;
            try (Server server = serve();
                    Client client = new Client(server.address(), token)) {
                for (int i = 0; i < 2; i++) {
                    HttpResponse<String> answer = keyed(client, "the same");
                    assertEquals(201, answer.statusCode(), jumped + ": " + answer.body());
                    answers.add(answer.body());
                }
                // One that is begun at this time and repeated at the right one.
                assertEquals(201, keyed(client, "at-" + jumped).statusCode());
                clock.now = NOON;
                HttpResponse<String> again = keyed(client, "at-" + jumped);
                assertEquals(
                        "true",
                        again.headers().firstValue("Idempotency-Replayed").orElse(""));
            }
        }
        assertEquals(1, answers.stream().distinct().count(), answers.toString());
        clock.now = NOON;
        try (Server server = serve();
                Client client = new Client(server.address(), token)) {
            assertEquals(1 + answers.size() / 2, rows(client));
        }
        assertTrue(shell.must("verify").out().strip().endsWith("are right."));
    }

    private Server serve() {
        return Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), clock);
    }

    private static HttpResponse<String> keyed(Client client, String key) throws IOException, InterruptedException {
        return client.send(
                "POST",
                "/transactions",
                LINE.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key.replace(' ', '-'));
    }

    private static int rows(Client client) throws IOException, InterruptedException {
        HttpResponse<String> list = client.get("/transactions?limit=100");
        assertEquals(200, list.statusCode(), list.body());
        return Client.json(list).path("transactions").size();
    }
}
