package io.prorata.adapter.persistence.behind;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A write-behind queue: values are written to the database asynchronously, several in one transaction. If the queue is full, values are
 * dropped; so they must be dispensable.
 */
public final class WriteBehind<K, V> implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final int most;
    private final int mostBytes;
    private final ToIntFunction<V> bytes;
    private final Consumer<Map<K, V>> writing;
    private final AtomicLong failures = new AtomicLong();
    private final ScheduledExecutorService clockwork;

    /** The latest value for each key, in order of arrival. */
    private final Map<K, V> waiting = new LinkedHashMap<>();

    private int waitingBytes;

    /**
     * @param most the maximum number of queued values
     * @param mostBytes the maximum size of queued values
     * @param writing writes a batch
     */
    public WriteBehind(String name, int most, int mostBytes, ToIntFunction<V> bytes, Consumer<Map<K, V>> writing) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.bytes = bytes;
        this.writing = writing;
        this.clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var _ = clockwork.scheduleWithFixedDelay(
                this::write, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Queues {@code thing}, and replaces a queued value with the same key. */
    public void put(K key, V thing) {
        synchronized (waiting) {
            if (waiting.size() < most && waitingBytes + bytes.applyAsInt(thing) < mostBytes) {
                V before = waiting.put(key, thing);
                waitingBytes += bytes.applyAsInt(thing) - (before == null ? 0 : bytes.applyAsInt(before));
            }
        }
    }

    /** Returns the queued value for {@code key}. */
    public Optional<V> look(K key) {
        synchronized (waiting) {
            return Optional.ofNullable(waiting.get(key));
        }
    }

    /** Returns the number of failed writes. */
    public long failures() {
        return failures.get();
    }

    /** Writes the queue. It also runs periodically. */
    public void write() {
        Map<K, V> batch;
        synchronized (waiting) {
            batch = new LinkedHashMap<>(waiting);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            writing.accept(batch);
        } catch (RuntimeException e) {
            // The values are dropped; the books are unchanged.
            failures.incrementAndGet();
        }
        synchronized (waiting) {
            batch.forEach((key, thing) -> {
                if (waiting.remove(key, thing)) {
                    waitingBytes -= bytes.applyAsInt(thing);
                }
            });
        }
    }

    @Override
    public void close() {
        clockwork.shutdown();
        write();
    }
}
