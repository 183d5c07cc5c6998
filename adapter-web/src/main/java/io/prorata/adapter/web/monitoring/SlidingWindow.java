package io.prorata.adapter.web.monitoring;

/**
 * Statistics of the requests in the window; durations are zero if there were none.
 *
 * @param slow requests that took longer than their threshold
 * @param failed requests with a status of 500 or more
 */
public record SlidingWindow(
        long count,
        long meanMicros,
        long p50Micros,
        long p95Micros,
        long p99Micros,
        long maxMicros,
        long slow,
        long failed) {

    /** The state of an endpoint. */
    public enum State {
        OK(0),
        /** More than 1 request in 20 takes longer than the threshold: the 95th percentile exceeds it. */
        SLOW(1),
        /** More than 1 request in 100 fails. */
        FAILING(2);

        /** The state as a number: higher is worse. */
        final int level;

        State(int level) {
            this.level = level;
        }
    }

    private static final int SLOW_ONE_IN = 20;
    private static final int FAILING_ONE_IN = 100;

    public State state() {
        if (failed * FAILING_ONE_IN > count) {
            return State.FAILING;
        }
        return slow * SLOW_ONE_IN > count ? State.SLOW : State.OK;
    }
}
