package io.prorata.application.view;

import java.time.Duration;

/**
 * The time to live of a view's documents, to save memory. Correctness does not depend on it: a document with an old stamp is never shown.
 *
 * @param usual for a view that is read about as often as it changes
 * @param least the minimum
 * @param most the maximum
 */
public record TimeToLive(Duration usual, Duration least, Duration most) {

    /** As the report has them: summaries 300 s, drill-downs 180 s, provisions 600 s. */
    public static final TimeToLive SUMMARY = usually(300);

    public static final TimeToLive DRILL_DOWN = usually(180);
    public static final TimeToLive PROVISIONS = usually(600);

    /** A past month changes rarely, and is read for a long time. */
    private static final int PAST_MONTHS_LIVE_LONGER = 12;

    /** Ratios are limited to between an eighth and eight. */
    private static final int STEEPEST = 8;

    /** Refuses times that do not run from least over usual to most with an {@link IllegalArgumentException}. */
    public TimeToLive {
        if (least.isNegative() || least.compareTo(usual) > 0 || usual.compareTo(most) > 0) {
            throw new IllegalArgumentException("times to live run from least over usual to most");
        }
    }

    private static TimeToLive usually(long seconds) {
        return new TimeToLive(Duration.ofSeconds(seconds), Duration.ofSeconds(30), Duration.ofDays(1));
    }

    /**
     * Returns the time to live of a view that was read {@code reads} times while its scopes changed {@code changes} times: longer with more
     * reads per change, shorter with more changes per read.
     *
     * @param past whether it shows past months only
     */
    public Duration of(long reads, long changes, boolean past) {
        long readsPerChange = Math.max(1, Math.min(STEEPEST, (reads + 1) / (changes + 1)));
        long changesPerRead = Math.max(1, Math.min(STEEPEST, (changes + 1) / (reads + 1)));
        Duration adapted = usual.multipliedBy(readsPerChange)
                .dividedBy(changesPerRead)
                .multipliedBy(past ? PAST_MONTHS_LIVE_LONGER : 1);
        return adapted.compareTo(least) < 0 ? least : adapted.compareTo(most) > 0 ? most : adapted;
    }
}
