package io.prorata.bootstrap.server;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Gives memory back that a server has taken for something large, once it has little to do: Java's plain collector looks for it only when
 * the heap is full. A server that is busy is left alone, and one that has taken nothing since is not cleaned again.
 */
public final class IdleMemory implements AutoCloseable {

    private static final Duration LOOKED_EVERY = Duration.ofSeconds(20);

    /** Idle is who has used less than this of one processor since the last look. */
    private static final int IDLE_PERCENT = 10;

    /** Less is not worth a collection. */
    private static final long WORTHWHILE_BYTES = 32L * 1024 * 1024;

    private final LongSupplier processorNanos;
    private final LongSupplier committedBytes;
    private final Runnable collection;
    private long lastNanos;
    private long lastCommitted;

    /**
     * @param processorNanos that the process has used in all
     * @param committedBytes of the heap
     * @param collection gives back what it can
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

    /** Looks after this process, until it is closed. */
    public static IdleMemory ofProcess() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        var memory = ManagementFactory.getMemoryMXBean();
        var idle = new IdleMemory(
                system::getProcessCpuTime, () -> memory.getHeapMemoryUsage().getCommitted(), memory::gc);
        var _ = idle.clockwork.scheduleWithFixedDelay(
                () -> idle.look(LOOKED_EVERY), LOOKED_EVERY.toMillis(), LOOKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return idle;
    }

    /** @param since the last look */
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
