package io.prorata.application.cache;

import io.prorata.domain.RefusedException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Lets whoever asks for the same at the same time share one computation. */
final class SingleFlight<K, V> {

    private final Map<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();
    private final LongAdder shared = new LongAdder();

    /**
     * Returns what {@code work} comes to, or what it comes to for somebody who asked for the same {@code key} a moment before.
     *
     * @throws RuntimeException whatever {@code work} throws, to everybody who shares it; only refusals are asked for again by each
     */
    V fly(K key, Supplier<V> work) {
        var mine = new CompletableFuture<V>();
        CompletableFuture<V> theirs = flights.putIfAbsent(key, mine);
        if (theirs != null) {
            shared.increment();
            return arrived(theirs, work);
        }
        try {
            V value = work.get();
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, mine);
        }
    }

    /** Returns how often somebody did not have to compute. */
    long shared() {
        return shared.sum();
    }

    /**
     * A refusal is not shared: it may be about something that no edition names, such as a category that nobody had used when the other one
     * asked, and that is in use by now.
     */
    private static <V> V arrived(CompletableFuture<V> flight, Supplier<V> work) {
        try {
            return flight.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedException) {
                return work.get();
            }
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw new CompletionException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a computation", e);
        }
    }
}
