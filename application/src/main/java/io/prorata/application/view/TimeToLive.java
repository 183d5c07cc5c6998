package io.prorata.application.view;

import java.time.Duration;

/**
 * How long a kept document of one view is worth its memory. It is no safety device: a document under an old stamp is never shown,
 * however long it lives.
 *
 * @param usual what a view lives that is read about as often as it changes
 * @param least no document lives shorter
 * @param most no document lives longer
 */
public record TimeToLive(Duration usual, Duration least, Duration most) {

    /** As the report has them: summaries 300 s, drill-downs 180 s, provisions 600 s. */
    public static final TimeToLive SUMMARY = usually(300);

    public static final TimeToLive DRILL_DOWN = usually(180);
    public static final TimeToLive PROVISIONS = usually(600);

    /** A month that is over changes rarely, and is looked back at for long. */
    private static final int PAST_MONTHS_LIVE_LONGER = 12;

    /** Beyond eight times, or an eighth, more reading or changing says nothing new. */
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
     * Returns how long a document of a view lives that was read {@code reads} times while its scopes changed {@code changes} times:
     * longer the more it is read between two changes, shorter the more it changes between two reads.
     *
     * @param past whether all that it shows is of months that are over
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
