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

/** Lets whoever asks for the same at the same time share one computation. */
final class SingleFlight<K, V> {

    private final Map<K, Flight<K, V>> flights = new ConcurrentHashMap<>();
    private final LongAdder shared = new LongAdder();

    /** One computation, of all who joined it before it ended. */
    static final class Flight<K, V> {

        private final K key;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<V> result = new CompletableFuture<>();

        private Flight(K key) {
            this.key = key;
        }
    }

    /** Joins the computation of {@code key}, without waiting: what comes of it is for the caller too, however late they ask for it. */
    Flight<K, V> join(K key) {
        return flights.computeIfAbsent(key, Flight::new);
    }

    /**
     * Returns what {@code work} comes to: of whoever joined and asks first it is carried out, the others wait for that.
     *
     * @throws RuntimeException whatever {@code work} throws, to everybody who shares it; only refusals are asked for again by each
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

    /** Returns how often somebody did not have to compute. */
    long shared() {
        return shared.sum();
    }

    /**
     * A refusal is not shared: it may be about something that no edition names, such as a category that nobody had used when the other one
     * asked, and that is in use by now.
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
