package io.prorata.adapter.cache;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.query.SummaryQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** A Redis that is full takes nothing more; what it holds is still read. */
class FullRedisTest {

    private static final HouseholdId US = new HouseholdId(1);
    private static final YearMonth MONTH = YearMonth.of(2024, 1);
    private static final DocumentVersion EDITION = new DocumentVersion("epoch", 1, new Stamp(1, 2));
    private static final Duration LONG = Duration.ofHours(1);

    /** On a busy machine a Redis that is not full may be late too; of so many times, once it will not be. */
    private static final int ATTEMPTS = 10;

    @Test
    void isStillRead() throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("maxmemory 3mb")
                .setting("maxmemory-policy noeviction")
                .setting("save \"\"")
                .build();
        redis.start();
        try {
            boolean read = false;
            for (int attempt = 0; attempt < ATTEMPTS && !read; attempt++) {
                // It is looked for once, at the start: had fullness counted as being away, it would stay so.
                try (var views =
                        new RedissonViews(RedisAddress.of("redis://127.0.0.1:" + port), new byte[] {1}, LONG, LONG)) {
                    Thread.sleep(500);
                    fill(views);
                    read = views.state().available()
                            && views.find(US, new SummaryQuery(MONTH), EDITION).isPresent();
                }
            }
            assertTrue(read, "a full Redis is not read any more");
        } finally {
            redis.stop();
        }
    }

    private static void fill(RedissonViews views) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            views.keep(US, new SummaryQuery(MONTH.plusMonths(i)), EDITION, new Document(new byte[40_000]), LONG);
            if (i % 10 == 0) {
                Thread.sleep(10);
            }
        }
        Thread.sleep(200);
    }
}
