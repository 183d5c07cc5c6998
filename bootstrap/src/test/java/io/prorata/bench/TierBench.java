package io.prorata.bench;

import io.prorata.adapter.cache.CaffeineViews;
import io.prorata.adapter.cache.RedisAddress;
import io.prorata.adapter.cache.RedissonViews;
import io.prorata.adapter.persistence.JooqViews;
import io.prorata.application.view.Document;
import io.prorata.bootstrap.freshness.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a summary costs that a tier has, and what it costs to compute it instead.
 *
 * <p>Each state starts what its own measurements need. No constructor throws a checked exception: JMH derives classes from them, whose
 * constructors throw none.
 */
public class TierBench {

    private static final long MOST_BYTES = 8L * 1024 * 1024;

    @Benchmark
    public Document foundNear(Near near) {
        return near.summary.findIn(near.tier);
    }

    @Benchmark
    public void keptNear(Near near) {
        near.summary.keepIn(near.tier);
    }

    @Benchmark
    public Document foundFar(Far far) {
        return far.summary.findIn(far.tier);
    }

    @Benchmark
    public Document foundInTheTable(Table table) {
        return table.summary.findIn(table.tier);
    }

    @Benchmark
    public Document computed(Books books) {
        return books.summary.compute();
    }

    /** The books alone. */
    @State(Scope.Benchmark)
    public static class Books {

        final KeptSummary summary = new KeptSummary();

        @TearDown
        public void close() throws IOException {
            summary.close();
        }
    }

    /** The memory of this process. */
    @State(Scope.Benchmark)
    public static class Near extends Books {

        final CaffeineViews tier = new CaffeineViews(MOST_BYTES);

        public Near() {
            summary.keepIn(tier);
        }
    }

    /** A Redis on the loopback. */
    @State(Scope.Benchmark)
    public static class Far extends Books {

        /** Longer than the program waits: if the machine is busy for a moment, that is to be measured and not to be a miss. */
        private static final Duration PATIENCE = Duration.ofSeconds(1);

        final RedissonViews tier;
        private final Redis redis = started();

        public Far() {
            tier = new RedissonViews(
                    RedisAddress.of(redis.address()), JooqViews.seal(summary.database()), PATIENCE, PATIENCE);
            // It is sent on its way, and nobody says when it has arrived.
            do {
                summary.keepIn(tier);
            } while (!summary.isIn(tier));
        }

        private static Redis started() {
            try {
                return new Redis("64mb");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            tier.close();
            redis.close();
            super.close();
        }
    }

    /** The table beside the books. */
    @State(Scope.Benchmark)
    public static class Table extends Books {

        final JooqViews tier;

        public Table() {
            // Closing writes what waits; what waits would be found in memory.
            try (JooqViews before = open()) {
                summary.keepIn(before);
            }
            tier = open();
        }

        private JooqViews open() {
            return new JooqViews(summary.database(), Clock.systemUTC(), MOST_BYTES);
        }

        @Override
        public void close() throws IOException {
            tier.close();
            super.close();
        }
    }
}
