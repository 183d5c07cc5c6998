package io.prorata.adapter.web.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.web.properties.Thresholds;
import io.prorata.application.query.KeyPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Percentiles, windows and states, by a clock of the test's own. */
class EndpointsTest {

    private static final Endpoint SUMMARY = new Endpoint("GET", "/dashboard/summary");

    /** Far below zero, as a machine's may be. */
    private long now = -77_000_000_000_000L;

    private final Endpoints endpoints = new Endpoints(Thresholds.USUAL, () -> now);

    private void request(long micros, int status) {
        EndpointMetrics endpoint = endpoints.of(SUMMARY);
        endpoint.shows(KeyPattern.SUMMARY);
        var requestTrace = new RequestTrace(endpoint, now, null);
        requestTrace.answered(status, 0, "near");
        now += TimeUnit.MICROSECONDS.toNanos(micros);
        endpoint.count(now, requestTrace);
    }

    private SlidingWindow window() {
        return endpoints.all().getFirst().window();
    }

    @Test
    void figuresAreThoseOfTheRequestsToOnePercent() {
        for (long seed = 0; seed < 50; seed++) {
            var random = new SplittableRandom(seed);
            var endpoint = new EndpointMetrics(SUMMARY, Thresholds.USUAL, 0);
            endpoint.shows(KeyPattern.SUMMARY);
            long[] took = new long[random.nextInt(1, 2_000)];
            for (int i = 0; i < took.length; i++) {
                // From microseconds to minutes, evenly over the orders of magnitude.
                took[i] = Math.round(Math.exp(random.nextDouble(0, Math.log(300_000_000))));
                endpoint.count(TimeUnit.MICROSECONDS.toNanos(took[i]), new RequestTrace(endpoint, 0, null));
            }
            SlidingWindow window = endpoint.window(0);
            Arrays.sort(took);
            String example = "seed " + seed;
            assertEquals(took.length, window.count(), example);
            about(took[took.length - 1], window.maxMicros(), example);
            about(atPercentile(took, 50), window.p50Micros(), example);
            about(atPercentile(took, 95), window.p95Micros(), example);
            about(atPercentile(took, 99), window.p99Micros(), example);
            about(Math.round(Arrays.stream(took).average().orElseThrow()), window.meanMicros(), example);
            assertEquals(Arrays.stream(took).filter(micros -> micros > 500_000).count(), window.slow(), example);
            assertEquals(Arrays.stream(took).sum(), endpoint.micros(), example);
        }
    }

    private static long atPercentile(long[] sorted, int percent) {
        return sorted[Math.max(0, Math.ceilDiv(sorted.length * percent, 100) - 1)];
    }

    private static void about(long expected, long actual, String example) {
        assertTrue(Math.abs(actual - expected) <= 1 + expected / 100, example + ": " + actual + " for " + expected);
    }

    @Test
    void theWindowForgetsAndTheTotalsDoNot() {
        request(600_000, 200);
        assertEquals(1, window().count());
        assertEquals(1, window().slow());

        now += Endpoints.WINDOW.toNanos() / 2;
        request(1_000, 500);
        assertEquals(2, window().count());
        assertEquals(1, window().failed());

        now += Endpoints.WINDOW.toNanos() / 2;
        assertEquals(1, window().count());
        assertEquals(0, window().slow());
        about(1_000, window().maxMicros(), "only the second is left");

        now += Endpoints.WINDOW.toNanos() * 3;
        assertEquals(new SlidingWindow(0, 0, 0, 0, 0, 0, 0, 0), window());
        EndpointMetrics endpoint = endpoints.of(SUMMARY);
        assertEquals("{200=1, 500=1}", endpoint.statuses().toString());
        assertEquals("{near=2}", endpoint.origins().toString());
        assertEquals(1, endpoint.slow());
        List<Long> all = new ArrayList<>();
        endpoint.readDurations((micros, count) -> all.add(count));
        assertEquals(List.of(1L, 1L), all);
    }

    @Test
    void anEndpointIsSlowBeyondOneInTwentyAndFailingBeyondOneInAHundred() {
        for (int i = 0; i < 95; i++) {
            request(500_000, 200);
        }
        assertEquals(SlidingWindow.State.OK, window().state());
        for (int i = 0; i < 5; i++) {
            request(500_001, 200);
        }
        assertEquals(SlidingWindow.State.OK, window().state(), "5 of 100");
        request(500_001, 200);
        assertEquals(SlidingWindow.State.SLOW, window().state(), "6 of 101");
        request(1, 503);
        assertEquals(SlidingWindow.State.SLOW, window().state(), "1 of 102 failed");
        request(1, 404);
        assertEquals(SlidingWindow.State.SLOW, window().state(), "a client's fault is none of ours");
        request(1, 500);
        assertEquals(SlidingWindow.State.FAILING, window().state(), "2 of 104 failed");
    }

    @Test
    void nothingIsLostWhereManyRecordWhileOthersRead() throws InterruptedException {
        EndpointMetrics endpoint = endpoints.of(SUMMARY);
        int each = 20_000;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (int j = 0; j < each; j++) {
                    // Through several slices.
                    long at = now + j * DurationHistogram.SLICE_NANOS / 5_000;
                    endpoint.count(at, new RequestTrace(endpoint, at - 1_000_000, null));
                }
            }));
        }
        for (int i = 0; i < 200; i++) {
            endpoint.window(now);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(4L * each, endpoint.window(now).count());
        long[] all = {0};
        endpoint.readDurations((micros, count) -> all[0] += count);
        assertEquals(4L * each, all[0]);
    }
}
