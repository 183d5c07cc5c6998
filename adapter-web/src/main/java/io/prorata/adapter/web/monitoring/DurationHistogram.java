package io.prorata.adapter.web.monitoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.HdrHistogram.Recorder;

/**
 * The durations of one endpoint as histograms: of all requests since the start, and of a sliding window in slices.
 *
 * <p>Recording is wait-free and allocates nothing; other work is done by readers, or by the first request of a new slice.
 */
final class DurationHistogram {

    static final long SLICE_NANOS = TimeUnit.SECONDS.toNanos(30);
    static final int SLICES = 10;

    /** Longer durations count as this one. */
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    /** Exact to 1 %. */
    private static final int DIGITS = 2;

    private final Recorder recorder = new Recorder(LONGEST_MICROS, DIGITS);
    private final AtomicLong slow = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /** Completed slices, the latest last. */
    private final Deque<Slice> past = new ArrayDeque<>(SLICES);

    private final AbstractHistogram everything = new PackedHistogram(LONGEST_MICROS, DIGITS);

    private volatile long number;
    private Slice open;
    private Histogram drained = recorder.getIntervalHistogram();

    /** @param now by the clock of later calls */
    DurationHistogram(long now) {
        number = Math.floorDiv(now, SLICE_NANOS);
        open = new Slice(number);
    }

    private static final class Slice {

        private final long number;
        private final AbstractHistogram durations = new PackedHistogram(LONGEST_MICROS, DIGITS);
        private long slow;
        private long failed;

        Slice(long number) {
            this.number = number;
        }
    }

    /** Receives a duration and its count. */
    interface Reading {
        void took(long micros, long count);
    }

    void record(long now, long micros, boolean isSlow, boolean hasFailed) {
        long at = Math.floorDiv(now, SLICE_NANOS);
        if (at != number) {
            moveOn(at);
        }
        recorder.recordValue(Math.clamp(micros, 0, LONGEST_MICROS));
        if (isSlow) {
            slow.incrementAndGet();
        }
        if (hasFailed) {
            failed.incrementAndGet();
        }
    }

    /** Returns the figures of the window that ends at {@code now}. */
    synchronized SlidingWindow window(long now) {
        moveOn(Math.floorDiv(now, SLICE_NANOS));
        drain();
        AbstractHistogram all = new PackedHistogram(LONGEST_MICROS, DIGITS);
        all.add(open.durations);
        long allSlow = open.slow;
        long allFailed = open.failed;
        for (Slice slice : past) {
            all.add(slice.durations);
            allSlow += slice.slow;
            allFailed += slice.failed;
        }
        return new SlidingWindow(
                all.getTotalCount(),
                Math.round(all.getMean()),
                all.getValueAtPercentile(50),
                all.getValueAtPercentile(95),
                all.getValueAtPercentile(99),
                all.getMaxValue(),
                allSlow,
                allFailed);
    }

    /** Reads all durations since the start, the shortest first. */
    synchronized void readAll(Reading reading) {
        drain();
        for (var value : everything.recordedValues()) {
            reading.took(
                    everything.medianEquivalentValue(value.getValueIteratedTo()), value.getCountAtValueIteratedTo());
        }
    }

    /** A clock read by two threads may seem to go back; such a time counts in the current slice. */
    private synchronized void moveOn(long to) {
        if (to <= open.number) {
            return;
        }
        drain();
        past.addLast(open);
        open = new Slice(to);
        while (!past.isEmpty() && past.getFirst().number <= to - SLICES) {
            past.removeFirst();
        }
        number = to;
    }

    private void drain() {
        drained = recorder.getIntervalHistogram(drained);
        open.durations.add(drained);
        everything.add(drained);
        open.slow += slow.getAndSet(0);
        open.failed += failed.getAndSet(0);
    }
}
