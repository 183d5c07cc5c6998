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
 * Things that may be forgotten, on their way into the database: several in one transaction, and nobody waits for it. What is too much is
 * forgotten.
 */
public final class WriteBehind<K, V> implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final int most;
    private final int mostBytes;
    private final ToIntFunction<V> bytes;
    private final Consumer<Map<K, V>> writing;
    private final AtomicLong failures = new AtomicLong();
    private final ScheduledExecutorService clockwork;

    /** The latest thing for each key, in the order in which they came. */
    private final Map<K, V> waiting = new LinkedHashMap<>();

    private int waitingBytes;

    /**
     * @param most that may wait
     * @param mostBytes that they may take while they wait
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

    /** Lets {@code thing} wait, in the place of what waits under the same key. */
    public void put(K key, V thing) {
        synchronized (waiting) {
            if (waiting.size() < most && waitingBytes + bytes.applyAsInt(thing) < mostBytes) {
                V before = waiting.put(key, thing);
                waitingBytes += bytes.applyAsInt(thing) - (before == null ? 0 : bytes.applyAsInt(before));
            }
        }
    }

    /** Returns what waits under {@code key}. */
    public Optional<V> look(K key) {
        synchronized (waiting) {
            return Optional.ofNullable(waiting.get(key));
        }
    }

    /** Returns how often the database did not take what was brought. */
    public long failures() {
        return failures.get();
    }

    /** Writes what waits. Runs by itself every so often. */
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
            // They are forgotten, as they may be at any time; the books are as they were.
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
