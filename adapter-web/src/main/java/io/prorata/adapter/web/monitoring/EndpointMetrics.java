package io.prorata.adapter.web.monitoring;

import io.prorata.adapter.web.properties.Thresholds;
import io.prorata.application.query.KeyPattern;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The metrics of one endpoint since the start. */
public final class EndpointMetrics {

    private final Endpoint endpoint;
    private final Thresholds thresholds;
    private volatile long thresholdMicros;
    private final DurationHistogram durations;
    private final LongAdder micros = new LongAdder();
    private final LongAdder slow = new LongAdder();
    private final LongAdder statements = new LongAdder();
    private final LongAdder databaseMicros = new LongAdder();
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> origins = new ConcurrentHashMap<>();

    EndpointMetrics(Endpoint endpoint, Thresholds thresholds, long now) {
        this.endpoint = endpoint;
        this.thresholds = thresholds;
        this.thresholdMicros = thresholds.othersMicros();
        this.durations = new DurationHistogram(now);
    }

    /** The key pattern of its view, which decides its threshold. */
    public void shows(KeyPattern pattern) {
        thresholdMicros = thresholds.microsOf(pattern);
    }

    /** Returns whether it was slow. */
    boolean count(long now, RequestTrace requestTrace) {
        long took = requestTrace.micros(now);
        boolean isSlow = took > thresholdMicros;
        durations.record(now, took, isSlow, requestTrace.status() >= 500);
        micros.add(took);
        count(statuses, requestTrace.status());
        requestTrace.cache().ifPresent(from -> count(origins, from));
        RequestTrace.Costs costs = requestTrace.costs();
        if (!costs.equals(RequestTrace.Costs.NONE)) {
            statements.add(costs.statements());
            databaseMicros.add(costs.databaseMicros());
        }
        if (isSlow) {
            slow.increment();
        }
        return isSlow;
    }

    private static <K> void count(Map<K, LongAdder> counts, K of) {
        LongAdder counter = counts.get(of);
        if (counter == null) {
            counter = counts.computeIfAbsent(of, first -> new LongAdder());
        }
        counter.increment();
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public long thresholdMicros() {
        return thresholdMicros;
    }

    /** Returns the total duration of its requests. */
    public long micros() {
        return micros.sum();
    }

    /** Returns the number of requests above the threshold. */
    public long slow() {
        return slow.sum();
    }

    /** Returns the number of database statements of its requests. */
    public long statements() {
        return statements.sum();
    }

    /** Returns their duration, including commits. */
    public long databaseMicros() {
        return databaseMicros.sum();
    }

    /** Returns the number of answers by status; 0 if the client closed the connection first. */
    public SortedMap<Integer, Long> statuses() {
        return sums(statuses);
    }

    /** Returns the number of views by source, as in the header {@code X-Cache}. */
    public SortedMap<String, Long> origins() {
        return sums(origins);
    }

    SlidingWindow window(long now) {
        return durations.window(now);
    }

    void readDurations(DurationHistogram.Reading reading) {
        durations.readAll(reading);
    }

    private static <K extends Comparable<K>> SortedMap<K, Long> sums(Map<K, LongAdder> counts) {
        SortedMap<K, Long> sums = new TreeMap<>();
        counts.forEach((of, counter) -> sums.put(of, counter.sum()));
        return sums;
    }
}
