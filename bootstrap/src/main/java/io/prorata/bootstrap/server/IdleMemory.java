package io.prorata.bootstrap.server;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Returns memory of a server to the system after large work, when it is idle: the serial collector runs only when the heap is full. A busy
 * server is not collected, and an idle one is not collected again unless its heap has grown.
 */
public final class IdleMemory implements AutoCloseable {

    private static final Duration LOOKED_EVERY = Duration.ofSeconds(20);

    /** Idle means less than this share of one processor since the last check. */
    private static final int IDLE_PERCENT = 10;

    /** The minimum growth for a collection. */
    private static final long WORTHWHILE_BYTES = 32L * 1024 * 1024;

    private final LongSupplier processorNanos;
    private final LongSupplier committedBytes;
    private final Runnable collection;
    private long lastNanos;
    private long lastCommitted;

    /**
     * @param processorNanos the processor time of the process
     * @param committedBytes of the heap
     * @param collection collects garbage
     */
    IdleMemory(LongSupplier processorNanos, LongSupplier committedBytes, Runnable collection) {
        this.processorNanos = processorNanos;
        this.committedBytes = committedBytes;
        this.collection = collection;
        this.lastNanos = processorNanos.getAsLong();
        this.lastCommitted = committedBytes.getAsLong();
    }

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("idle-memory").factory());

    /** Watches this process until it is closed. */
    public static IdleMemory ofProcess() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        var memory = ManagementFactory.getMemoryMXBean();
        var idle = new IdleMemory(
                system::getProcessCpuTime, () -> memory.getHeapMemoryUsage().getCommitted(), memory::gc);
        var _ = idle.clockwork.scheduleWithFixedDelay(
                () -> idle.look(LOOKED_EVERY), LOOKED_EVERY.toMillis(), LOOKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return idle;
    }

    /** @param since the last check */
    void look(Duration since) {
        long nanos = processorNanos.getAsLong();
        boolean idle = (nanos - lastNanos) * 100 < since.toNanos() * IDLE_PERCENT;
        lastNanos = nanos;
        if (idle && committedBytes.getAsLong() - lastCommitted >= WORTHWHILE_BYTES) {
            collection.run();
            lastCommitted = committedBytes.getAsLong();
            lastNanos = processorNanos.getAsLong();
        }
    }

    @Override
    public void close() {
        clockwork.shutdown();
    }
}
