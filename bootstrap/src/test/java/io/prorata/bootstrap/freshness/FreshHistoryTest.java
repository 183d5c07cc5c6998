package io.prorata.bootstrap.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.PostgresServer;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.application.query.ViewQuery;
import io.prorata.bootstrap.freshness.Stage.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people do at the same time, nobody is shown anything stale or wrong. {@code bench/freshness.sh} does the same for longer. */
class FreshHistoryTest {

    private static final long FOUND_AT_FIRST_MILLIS = 500;
    private static final int CUTS = 10;

    private final long seed = System.nanoTime();

    @TempDir
    Path folder;

    @Test
    void onOneNode() throws InterruptedException {
        var trial = new Trial(6, 2, seed);
        try (var stage =
                new Stage(folder.resolve("books.db"), Setting.of(1, Optional.empty(), Flaw.NONE), Trial.RENDERER)) {
            trial.begin(stage);
            trial.act(stage, 500, 60, Flaw.NONE);
        }
        History history = trial.history();
        System.out.println("one node, seed " + seed + ": " + Trial.told(history));
        assertNothingFound(Trial.VIEWS, history);
        assertTrue(Trial.origins(history).keySet().containsAll(List.of("near", "table", "miss", "off", "unchanged")));
    }

    /** Two stacks of tiers over one database, with a Redis between them to which everything happens that may happen. */
    @Test
    void onTwoNodesWhateverHappensToRedis() throws Exception {
        var trial = new Trial(6, 2, seed);
        try (var redis = new Redis("64mb");
                var stage = new Stage(
                        folder.resolve("books.db"),
                        Setting.of(2, Optional.of(redis.address()), Flaw.NONE),
                        Trial.RENDERER)) {
            trial.begin(stage);
            var mishaps = new Mishaps(redis, new SplittableRandom(seed));
            List<Thread> acting = trial.start(stage, Integer.MAX_VALUE, 60, Flaw.NONE);
            try {
                Thread.sleep(FOUND_AT_FIRST_MILLIS);
                mishaps.all();
            } finally {
                trial.stop();
            }
            for (Thread person : acting) {
                person.join();
            }
            History history = trial.history();
            System.out.println("two nodes, seed " + seed + ": " + Trial.told(history) + "; " + mishaps.happened()
                    + "; entries rejected: " + stage.rejected());
            assertNothingFound(Trial.VIEWS, history);
            assertTrue(Trial.origins(history).containsKey("far"));
            assertTrue(stage.rejected() > 0, "no poison was found");
        }
    }

    /** Two nodes that share a server and a Redis and nothing else; connections are ended by the server over and over. */
    @Test
    void onTwoNodesOverPostgresql() throws Exception {
        var trial = new Trial(6, 2, seed);
        PostgresAddress books = PostgresServer.address(PostgresServer.create());
        try (var redis = new Redis("64mb");
                var stage = new Stage(
                        List.of(PostgresDatabase.open(books), PostgresDatabase.open(books)),
                        Setting.of(2, Optional.of(redis.address()), Flaw.NONE),
                        Trial.RENDERER)) {
            trial.begin(stage);
            List<Thread> acting = trial.start(stage, Integer.MAX_VALUE, 60, Flaw.NONE);
            try {
                for (int cut = 0; cut < CUTS; cut++) {
                    Thread.sleep(FOUND_AT_FIRST_MILLIS / 2);
                    PostgresServer.endConnections(books);
                    if (cut == CUTS / 2) {
                        redis.ask("FLUSHALL");
                    }
                }
                Thread.sleep(FOUND_AT_FIRST_MILLIS);
            } finally {
                trial.stop();
            }
            for (Thread person : acting) {
                person.join();
            }
            History history = trial.history();
            System.out.println("two nodes over PostgreSQL, seed " + seed + ": " + Trial.told(history));
            assertNothingFound(Trial.VIEWS, history);
            assertTrue(Trial.origins(history).keySet().containsAll(List.of("near", "far", "miss")));
        }
    }

    @Test
    void overHttp() throws Exception {
        History history = HttpTrial.act(folder.resolve("books.db"), 4, 2, 150, 120, seed);
        System.out.println("over HTTP, seed " + seed + ": " + Trial.told(history));
        assertNothingFound(HttpTrial.VIEWS, history);
        assertTrue(Trial.origins(history).keySet().containsAll(List.of("near", "miss", "unchanged")));
    }

    private void assertNothingFound(List<ViewQuery> views, History history) {
        List<Finding> findings = new Checker(views, Trial.RENDERER).check(history);
        assertEquals(0, findings.size(), () -> "seed " + seed + ": " + Trial.told(findings));
    }
}
