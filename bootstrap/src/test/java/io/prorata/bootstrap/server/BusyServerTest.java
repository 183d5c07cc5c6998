package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.bootstrap.command.Shell;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Many at once, over sockets and a database file: each request has its one effect, and the log tells nobody's affairs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BusyServerTest {

    private static final String LABEL = "Dr. Lilas Quincampoix";
    private static final String TRANSACTION = "{\"date\": \"2026-03-02\", \"label\": \"" + LABEL
            + "\", \"amount\": \"-73.19\", \"category\": \"Orthophonie\"}";

    private Shell shell;
    private Server server;
    private String token;
    private Client client;

    @BeforeAll
    void serve(@TempDir Path home) {
        shell = new Shell(home);
        server = Server.start(shell.database(), new ServerSettings(ServerSettings.LOOPBACK, -1), Shell.MID_MARCH);
        shell.must("household", "create", "--name", "Lilas", "--currency", "EUR", "--member", "x=X");
        token = shell.must("token", "create", "--name", "test").out().strip();
        client = new Client(server.address(), token);
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void fiftyRequestsOfOneKeyHaveOneEffect() throws Exception {
        String once = TRANSACTION.replace(LABEL, "One effect");
        List<HttpResponse<String>> answers = atOnce(
                50,
                () -> client.send(
                        "POST",
                        "/transactions",
                        once.getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "one"));

        List<HttpResponse<String>> made =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertEquals(1, made.stream().map(HttpResponse::body).distinct().count());
        assertEquals(
                1,
                made.stream().map(answer -> header(answer, "ETag")).distinct().count());
        assertEquals(
                1,
                made.stream()
                        .filter(answer -> header(answer, "Idempotency-Replayed").isEmpty())
                        .count());
        assertEquals(
                50 - made.size(),
                answers.stream().filter(answer -> answer.statusCode() == 409).count(),
                "whoever comes while it runs is told so");
        String id = Client.json(made.getFirst()).path("id").asText();
        assertEquals(
                List.of(id),
                Client.json(client.get("/transactions?text=One+effect"))
                        .path("transactions")
                        .findValuesAsText("id"));
        HttpResponse<String> later = client.send(
                "POST",
                "/transactions",
                once.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "one");
        assertEquals(made.getFirst().body(), later.body());
        assertEquals("true", header(later, "Idempotency-Replayed"));
        assertEquals(header(made.getFirst(), "Location"), header(later, "Location"));
    }

    @Test
    void twentyWhoHaveSeenOneStateMakeOneChange() throws Exception {
        HttpResponse<String> planned = client.post(
                "/fixed-expenses",
                "{\"label\": \"Rent\", \"category\": \"Home\", \"amount\": \"1\", \"frequency\": \"monthly\"}");
        String bill = header(planned, "Location");

        List<HttpResponse<String>> answers = atOnce(
                20,
                () -> client.send(
                        "PATCH",
                        bill,
                        ("{\"label\": \"Mine " + Thread.currentThread().threadId() + "\"}")
                                .getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        header(planned, "ETag")));

        List<HttpResponse<String>> won =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertEquals(1, won.size());
        assertEquals(
                19,
                answers.stream().filter(answer -> answer.statusCode() == 412).count());
        HttpResponse<String> now = client.get(bill);
        assertEquals(Client.json(won.getFirst()).get("label"), Client.json(now).get("label"));
        assertEquals(header(won.getFirst(), "ETag"), header(now, "ETag"));
    }

    @Test
    void theLogTellsWhatFailedAndNobodysAffairs() throws Exception {
        List<HttpResponse<String>> failed = new ArrayList<>();
        String log = logged(() -> {
            client.post("/transactions", TRANSACTION);
            client.post("/transactions", TRANSACTION.replace("-73.19", "73.191"));
            client.get("/dashboard/categories/Orthophonie");
            client.get("/transactions?text=Quincampoix");
            client.get("/transactions?cursor=Quincampoix");
            client.send(
                    "POST",
                    "/imports?file_name=Quincampoix.csv",
                    ("date;label;amount\n2026-03-03;" + LABEL + ";-73.19\nx;y;z\n").getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "text/csv");
            // Somebody else holds the file: this fails, and is the operator's business.
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + shell.database());
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                failed.add(client.post("/transactions", TRANSACTION));
                statement.execute("ROLLBACK");
            }
            return null;
        });

        assertEquals(503, failed.getFirst().statusCode(), failed.getFirst().body());
        assertTrue(log.contains(header(failed.getFirst(), "X-Request-Id")), log);
        for (String affair :
                List.of(token, token.substring(token.length() - 20), "Quincampoix", "73.19", "7319", "Orthophonie")) {
            assertFalse(log.contains(affair), log);
        }
        assertEquals(201, client.post("/transactions", TRANSACTION).statusCode(), "the next request works");
    }

    /** Returns what is logged meanwhile, stack traces included. */
    private static String logged(Callable<?> work) throws Exception {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %logger: %msg%n%ex{full}");
        encoder.start();
        var log = new ByteArrayOutputStream();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        try {
            work.call();
        } finally {
            root.detachAppender(appender);
            appender.stop();
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    private static <T> List<T> atOnce(int many, Callable<T> request) throws Exception {
        var start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        List<T> answers = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                running.add(executor.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            start.countDown();
            for (Future<T> answer : running) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
