package io.prorata.adapter.cache;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prevents requests from waiting for a store that does not answer. It opens at the first failure and closes when a probe in the background
 * succeeds. It starts open, so that a store that is unreachable at the start costs nothing either.
 */
final class CircuitBreaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong openings = new AtomicLong();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("far-tier-probe").factory());
    private final String store;
    private final BooleanSupplier probe;

    /**
     * @param probe a small request to the store; returns whether it answered
     * @param pause between two probes
     */
    CircuitBreaker(String store, BooleanSupplier probe, Duration pause) {
        this.store = store;
        this.probe = probe;
        var _ = background.scheduleWithFixedDelay(this::probe, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns whether requests to the store are allowed. */
    boolean permits() {
        return closed.get();
    }

    /** Returns the number of failures. */
    long openings() {
        return openings.get();
    }

    /** Records a failure: no requests are allowed until a probe succeeds. */
    void failed(String fault) {
        if (closed.compareAndSet(true, false)) {
            openings.incrementAndGet();
            LOG.warn("{} does not answer ({}); continuing without it", store, fault);
        }
    }

    private void probe() {
        if (!closed.get() && answers() && closed.compareAndSet(false, true)) {
            LOG.info("{} answers", store);
        }
    }

    private boolean answers() {
        try {
            return probe.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.debug("{} does not answer yet", store, e);
            return false;
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
