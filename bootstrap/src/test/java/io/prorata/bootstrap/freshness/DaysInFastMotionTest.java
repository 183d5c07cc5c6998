package io.prorata.bootstrap.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.view.TierState;
import io.prorata.bootstrap.freshness.Stage.Node;
import io.prorata.bootstrap.freshness.Stage.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than a day of a household's neighbourhood in seconds: the clock is moved by hand, and no tier ever holds more than it may. */
class DaysInFastMotionTest {

    private static final long NEAR = 256 * 1024;
    private static final long TABLE = 192 * 1024;
    private static final long REDIS = 3 * 1024 * 1024;

    /** What connections and what is under way on them take beside, in Redis' own reckoning. */
    private static final long UNDER_WAY = 2 * 1024 * 1024;

    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration DAYS = Duration.ofHours(30);

    private final long seed = System.nanoTime();

    @TempDir
    Path folder;

    /** Stands still until it is moved. */
    private static final class MovedByHand extends Clock {

        private volatile Instant now = AnyAction.CLOCK.instant();

        void move(Duration on) {
            now = now.plus(on);
        }

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

    @Test
    void noTierHoldsMoreThanItMay() throws Exception {
        var clock = new MovedByHand();
        var trial = new Trial(20, 20, seed);
        try (var redis = new Redis("3mb");
                var stage = new Stage(
                        folder.resolve("books.db"),
                        new Setting(1, NEAR, TABLE, Optional.of(redis.address()), Flaw.NONE, clock),
                        Trial.RENDERER)) {
            trial.begin(stage);
            Node node = stage.nodes().getFirst();
            long mostNear = 0;
            long mostTable = 0;
            long mostRedis = 0;
            for (Duration past = Duration.ZERO; past.compareTo(DAYS) < 0; past = past.plus(STEP)) {
                trial.act(stage, 4, 100, Flaw.NONE);
                if (past.toMinutes() % 60 == 0) {
                    trial.people().get((int) past.toHours() % 20).lookAtAll(node);
                }
                mostNear = Math.max(mostNear, within(NEAR, node.state(0)));
                mostTable = Math.max(mostTable, within(TABLE, node.state(2)));
                long used = redis.usedMemory();
                assertTrue(used <= REDIS + UNDER_WAY, () -> "Redis uses " + used);
                mostRedis = Math.max(mostRedis, used);
                clock.move(STEP);
            }
            History history = trial.history();
            System.out.println("30 hours, seed " + seed + ": " + Trial.told(history) + "; most bytes: near " + mostNear
                    + " of " + NEAR + ", table " + mostTable + " of " + TABLE + ", Redis " + mostRedis + " of "
                    + REDIS);
            List<Finding> findings = new Checker(Trial.VIEWS, Trial.RENDERER).check(history);
            assertEquals(0, findings.size(), () -> "seed " + seed + ": " + Trial.told(findings));
            assertTrue(node.state(0).evictions() > 0, "memory was never full");
            assertTrue(node.state(2).evictions() > 0, "the table was never full");
        }
    }

    private static long within(long most, TierState state) {
        assertEquals(most, state.mostBytes());
        assertTrue(state.bytes() <= most, state::toString);
        return state.bytes();
    }
}
