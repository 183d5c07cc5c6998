package io.prorata.adapter.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Views;
import io.prorata.application.port.ViewsContract;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.Tier;
import io.prorata.domain.freshness.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** The far tier over a real Redis, to which everything is done that can happen to one. */
class RedissonViewsTest implements ViewsContract {

    private static final byte[] KEY = {1, 2, 3};

    /** Long enough for a machine that does something else too; where the budget is what is tried, it is the tier's own. */
    private static final Duration PATIENT = Duration.ofSeconds(3);

    private static final Duration BUDGET = Duration.ofMillis(10);

    /** Faster than in earnest, so that the test is too. */
    private static final Duration PROBE_PAUSE = Duration.ofMillis(50);

    private static final RealRedis REDIS = RealRedis.start();

    private final List<RedissonViews> open = new ArrayList<>();

    @AfterAll
    static void stop() {
        REDIS.close();
    }

    @BeforeEach
    void flush() {
        REDIS.flush();
    }

    @AfterEach
    void close() {
        open.forEach(RedissonViews::close);
    }

    @Override
    public Views empty() {
        return found(REDIS.address(), PATIENT);
    }

    @Override
    public void settle(Views views) {
        until(() -> store(views).underWay() == 0);
    }

    private RedissonViews found(String address, Duration budget) {
        RedissonViews views = node(address, budget);
        until(() -> views.state().available());
        return views;
    }

    private RedissonViews node(String address, Duration budget) {
        var store = new RedisStore(RedisAddress.of(address), budget, PROBE_PAUSE);
        var views = new RedissonViews(store, new Envelope(KEY));
        open.add(views);
        return views;
    }

    private static RedisStore store(Views views) {
        return ((RedissonViews) views).store();
    }

    private static void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static String key() {
        return RedissonViews.key(US, MARCH, FIRST);
    }

    /** As often as it takes where the budget is short: a machine that does something else too may be late. */
    private static Optional<Document> found(Views views, DocumentVersion version) {
        while (true) {
            until(() -> views.state().available());
            long failures = views.state().failures();
            Optional<Document> document = views.find(US, MARCH, version);
            if (document.isPresent() || views.state().failures() == failures) {
                return document;
            }
        }
    }

    @Test
    void keysAreTheReportsHierarchy() {
        assertTrue(key().matches("1:dashboard:month:2026-03:summary:[0-9a-f]{32}"), key());
        assertNotEquals(key(), RedissonViews.key(US, MARCH, new DocumentVersion("b2", 1, FIRST.stamp())));
        assertNotEquals(key(), RedissonViews.key(US, MARCH, new DocumentVersion(EPOCH, 2, FIRST.stamp())));
        assertEquals(key(), RedissonViews.key(US, MARCH, SECOND), "one entry to a query, the stamp inside");
    }

    @Test
    void whatOneNodeKeepsAnotherFinds() {
        Views one = empty();
        Views other = empty();
        one.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(one);
        assertEquals(Optional.of(DOCUMENT), found(other, FIRST));
        assertEquals(1, REDIS.size());
        assertEquals(Tier.FAR, one.tier());
    }

    @Test
    void whatHasLivedItsTimeIsGone() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, Duration.ofMillis(20));
        settle(views);
        until(() -> REDIS.size() == 0);
        assertEquals(Optional.empty(), views.find(US, MARCH, FIRST));
    }

    @Test
    void aStoreThatIsAwayAtTheStartIsUsedOnceItIsFound() {
        int port = RealRedis.freePort();
        RedissonViews views = node("redis://127.0.0.1:" + port, BUDGET);
        assertEquals(Optional.empty(), views.find(US, MARCH, FIRST));
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        assertEquals(false, views.state().available());
        assertEquals(0, views.drop(US, Optional.empty()));
        assertEquals(0, views.state().failures(), "it was never there: nothing has failed");
    }

    @Test
    void aStoreThatIsKilledIsAskedNoMoreUntilItIsBack() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        REDIS.kill();
        try {
            assertEquals(Optional.empty(), views.find(US, MARCH, FIRST));
            assertEquals(false, views.state().available());
            assertTrue(views.state().failures() > 0);
            assertEquals(Optional.empty(), views.find(US, MARCH, FIRST));
        } finally {
            REDIS.restart();
        }
        until(() -> views.state().available());
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        assertEquals(Optional.of(DOCUMENT), found(views, FIRST));
    }

    /** The first request pays its budget and the breaker opens; later ones do not ask at all, and so pay nothing. */
    @Test
    void aStoreThatHangsCostsOneBudget() {
        Views views = found(REDIS.address(), BUDGET);
        Views patient = empty();
        patient.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(patient);
        assertEquals(Optional.of(DOCUMENT), found(views, FIRST));
        REDIS.hang(1_500);
        until(() -> views.find(US, MARCH, FIRST).isEmpty());
        long failures = views.state().failures();
        for (int i = 0; i < 1_000 && !views.state().available(); i++) {
            assertEquals(Optional.empty(), views.find(US, MARCH, FIRST));
            views.keep(US, MARCH, SECOND, DOCUMENT, HOUR);
        }
        assertEquals(failures, views.state().failures(), "nobody asked while the breaker was open");
        until(() -> views.state().available());
        assertEquals(Optional.of(DOCUMENT), found(views, FIRST), "and it is still there");
    }

    @Test
    void aStoreThatAsksForAPasswordIsUsedWithIt() throws IOException {
        int port = RealRedis.freePort();
        RedisServer server = RealRedis.guarded(port, "secret");
        String address = "redis://127.0.0.1:" + port;
        try (var right = new RedissonViews(new RedisAddress(address, Optional.of("secret"), Optional.empty()), KEY);
                var wrong = new RedissonViews(new RedisAddress(address, Optional.of("guess"), Optional.empty()), KEY)) {
            until(() -> right.state().available());
            assertFalse(wrong.state().available());
        } finally {
            server.stop();
        }
    }

    @Test
    void aStoreThatIsFlushedHasForgotten() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        REDIS.flush();
        assertEquals(Optional.empty(), views.find(US, MARCH, FIRST));
        assertEquals(0, views.state().rejected());
    }

    @Test
    void aStoreThatIsFullTakesNothingMoreAndStillAnswers() {
        Views views = empty();
        views.keep(US, MARCH, FIRST, DOCUMENT, HOUR);
        settle(views);
        REDIS.fill();
        try {
            views.keep(US, APRIL, FIRST, DOCUMENT, HOUR);
            settle(views);
            assertEquals(Optional.of(DOCUMENT), found(views, FIRST));
            assertEquals(Optional.empty(), views.find(US, APRIL, FIRST));
        } finally {
            REDIS.empty();
        }
    }

    @Test
    void whateverSomebodyHasPutThereIsAMissAndCounted() {
        Views views = empty();
        byte[] ours = keptAt(views, FIRST);
        views.keep(NEIGHBOURS, MARCH, FIRST, new Document(new byte[] {7}), HOUR);
        settle(views);
        byte[] neighbours = REDIS.get(RedissonViews.key(NEIGHBOURS, MARCH, FIRST));
        long rejected = 0;
        byte[] broken = ours.clone();
        broken[broken.length - 40] ^= 1;
        for (byte[] poison : List.of(
                "random bytes".getBytes(StandardCharsets.UTF_8),
                new byte[100_000],
                neighbours,
                broken,
                new Envelope(new byte[] {9})
                        .seal(RedissonViews.identity(US, MARCH, FIRST), RedissonViews.stamp(FIRST), new byte[] {1}))) {
            REDIS.put(key(), poison);
            assertEquals(Optional.empty(), found(views, FIRST));
            assertEquals(++rejected, views.state().rejected());
        }
        assertEquals(0, views.state().failures(), "a store that answers is not away");
    }

    @Test
    void anOldEntryPutBackIsAMissThatIsNoMistake() {
        Views views = empty();
        byte[] old = keptAt(views, FIRST);
        views.keep(US, MARCH, SECOND, new Document(new byte[] {2}), HOUR);
        settle(views);
        REDIS.put(key(), old);
        assertEquals(Optional.empty(), found(views, SECOND));
        assertEquals(Optional.empty(), views.find(US, MARCH, new DocumentVersion(EPOCH, 1, new Stamp(1, 78))));
        assertEquals(0, views.state().rejected());
    }

    @Test
    void aGiantIsNotFetchedAndGoes() {
        Views views = empty();
        REDIS.put(key(), new byte[64 * 1024 * 1024]);
        until(() -> {
            assertEquals(Optional.empty(), found(views, FIRST));
            return views.state().rejected() > 0;
        });
        until(() -> REDIS.size() == 0);
    }

    private byte[] keptAt(Views views, DocumentVersion version) {
        views.keep(US, MARCH, version, DOCUMENT, HOUR);
        settle(views);
        return REDIS.get(RedissonViews.key(US, MARCH, version));
    }
}
