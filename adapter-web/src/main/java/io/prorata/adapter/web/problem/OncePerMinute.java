package io.prorata.adapter.web.problem;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Passes one event of a kind each minute, and counts the others. */
final class OncePerMinute {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicLong last;
    private final AtomicLong heldBack = new AtomicLong();

    /** @param nanoTime a monotonic clock with any origin */
    OncePerMinute(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.last = new AtomicLong(nanoTime.getAsLong() - MINUTE);
    }

    /** Returns the number of suppressed events since the last one, if this one passes. */
    OptionalLong pass() {
        long now = nanoTime.getAsLong();
        long before = last.get();
        if (now - before >= MINUTE && last.compareAndSet(before, now)) {
            return OptionalLong.of(heldBack.getAndSet(0));
        }
        heldBack.incrementAndGet();
        return OptionalLong.empty();
    }
}
