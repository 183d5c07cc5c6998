package io.prorata.adapter.web;

import static io.prorata.adapter.web.PlanOverTimeTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.prorata.adapter.web.access.FailedTokens;
import io.prorata.application.port.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Tokens that do not hold are counted, logged and answered later and later; those that hold never wait for them. */
class FailedTokensTest {

    private static final WebServer SERVER = new WebServer();
    private static final String SLIM = "/dashboard/summary/slim?month=2024-01";
    private static final int AT_ONCE = 10;
    private static final int MORE = 8;

    private final String token = SERVER.token(SERVER.found(), Tokens.TokenScope.ADMIN);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void whoeverGuessesWaitsAndWhoeverKnowsDoesNot() throws IOException, InterruptedException {
        Logger log = (Logger) LoggerFactory.getLogger(FailedTokens.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        String wrong = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        List<String> guesses = List.of(wrong, "nonsense", "operator_guess", "two words");
        List<RawConnection> waiting = new ArrayList<>();
        try (var guesser = new RawConnection(SERVER)) {
            for (int guess = 0; guess < AT_ONCE; guess++) {
                guesser.send(request("/household", guesses.get(guess % guesses.size())));
                assertEquals(401, guesser.read().status());
            }
            // From here on, each waits a second longer; those who know a token, of the same address, are served at
            // once.
            for (int guess = 0; guess < MORE; guess++) {
                var another = new RawConnection(SERVER);
                waiting.add(another);
                another.send(
                        guess % 2 == 0
                                ? request("/household", "nonsense")
                                : request("/operator/households", "operator_guess"));
            }
            for (int i = 0; i < 5; i++) {
                assertEquals(200, SERVER.get("/household", token).statusCode());
                assertEquals(200, SERVER.get(SLIM, token).statusCode());
            }
            long answered = 0;
            for (RawConnection another : waiting) {
                answered += another.hasMore() ? 1 : 0;
            }
            assertTrue(answered < MORE / 2, answered + " guesses were answered already");
            RawConnection.Answer first = waiting.getFirst().read();
            assertTrue(first.isProblem("unauthenticated"), first.toString());
        } finally {
            log.detachAppender(lines);
            for (RawConnection another : waiting) {
                another.close();
            }
        }
        assertEquals(
                List.of(1, 10),
                lines.list.stream()
                        .map(line -> (int) (long) line.getArgumentArray()[1])
                        .toList());
        for (ILoggingEvent line : lines.list) {
            assertFalse(guesses.stream().anyMatch(line.getFormattedMessage()::contains));
            assertTrue(line.getFormattedMessage().contains("127.0.0.1"), line.getFormattedMessage());
        }
        for (int i = 0; i < 400 && SERVER.context().getBean(FailedTokens.class).count() < AT_ONCE + MORE; i++) {
            Thread.sleep(10);
        }
        assertTrue(SERVER.get("/metrics", token)
                .body()
                .contains("prorata_failed_tokens_total " + (AT_ONCE + MORE) + ".0"));
    }

    @Test
    void aTokenThatIsMissingOrOfTooLittleScopeIsNoGuess() {
        long before = SERVER.context().getBean(FailedTokens.class).count();
        assertProblem(401, "unauthenticated", SERVER.get("/household", null));
        assertProblem(403, "forbidden", SERVER.get("/operator/households", token));
        assertEquals(before, SERVER.context().getBean(FailedTokens.class).count());
    }

    private static String request(String path, String token) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }
}
