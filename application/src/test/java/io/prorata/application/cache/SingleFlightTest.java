package io.prorata.application.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<String, String> flights = new SingleFlight<>();

    /** Lets one ask, another join, and then the first one's work come to {@code first}. */
    private CompletableFuture<String> joined(Supplier<String> first, Supplier<String> second)
            throws InterruptedException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var one = CompletableFuture.supplyAsync(
                () -> flights.land(flights.join("view"), () -> {
                    begun.countDown();
                    await(go);
                    return first.get();
                }),
                Thread::startVirtualThread);
        begun.await();
        var other = CompletableFuture.supplyAsync(
                () -> flights.land(flights.join("view"), second), Thread::startVirtualThread);
        while (flights.shared() == 0) {
            Thread.onSpinWait();
        }
        go.countDown();
        one.handle((value, fault) -> "ended").join();
        return other;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoAsksForTheSameSharesOneComputation() throws InterruptedException {
        assertEquals("theirs", joined(() -> "theirs", () -> "mine").join());
    }

    @Test
    void aFaultIsShared() throws InterruptedException {
        var other = joined(
                () -> {
                    throw new IllegalStateException("the disk is away");
                },
                () -> "mine");
        Throwable fault = assertThrows(CompletionException.class, other::join).getCause();
        assertEquals("the disk is away", Objects.requireNonNull(fault).getMessage());
    }

    /** What it is about may be there by now, although no edition has changed. */
    @Test
    void aRefusalIsNot() throws InterruptedException {
        var other = joined(
                () -> {
                    throw new RefusedException(new Refusal.UnknownConfig(7));
                },
                () -> "there by now");
        assertEquals("there by now", other.join());
    }

    /** Whoever joined before the computation ended shares it, however late they come for it: nothing is computed twice. */
    @Test
    void whoeverJoinedInTimeComesWhenTheyLike() {
        var early = flights.join("view");
        var late = flights.join("view");
        assertEquals("theirs", flights.land(early, () -> "theirs"));
        assertEquals("theirs", flights.land(late, () -> "mine"));
        assertEquals(
                "mine", flights.land(flights.join("view"), () -> "mine"), "who joins after it has ended begins anew");
    }
}
