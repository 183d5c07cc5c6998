package io.prorata.application.cache;

import io.prorata.domain.RefusedException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Lets concurrent requests for the same key share one computation. */
final class SingleFlight<K, V> {

    private final Map<K, Flight<K, V>> flights = new ConcurrentHashMap<>();
    private final LongAdder shared = new LongAdder();

    /** One computation, shared by all that joined before it ended. */
    static final class Flight<K, V> {

        private final K key;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<V> result = new CompletableFuture<>();

        private Flight(K key) {
            this.key = key;
        }
    }

    /** Joins the computation of {@code key} without waiting: the caller gets its result, even if it asks later. */
    Flight<K, V> join(K key) {
        return flights.computeIfAbsent(key, Flight::new);
    }

    /**
     * Returns the result of {@code work}: the first caller that has joined carries it out, the others wait.
     *
     * @throws RuntimeException any exception of {@code work}, for all that share it; only refusals are computed again for each
     */
    V land(Flight<K, V> flight, Supplier<V> work) {
        if (!flight.begun.compareAndSet(false, true)) {
            shared.increment();
            return arrived(flight.result, work);
        }
        try {
            V value = work.get();
            flight.result.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            flight.result.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(flight.key, flight);
        }
    }

    /** Returns the number of shared results. */
    long shared() {
        return shared.sum();
    }

    /**
     * A refusal is not shared: it may depend on data without a version, such as a category that was unknown for the first request and is
     * known now.
     */
    private static <V> V arrived(CompletableFuture<V> result, Supplier<V> work) {
        try {
            return result.get();
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
