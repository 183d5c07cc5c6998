package io.prorata.application.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.household.HouseholdId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreviewTurnsTest {

    private static final HouseholdId ONE = new HouseholdId(1);
    private static final HouseholdId OTHER = new HouseholdId(2);

    private final PreviewTurns turns = new PreviewTurns();

    @Test
    void oneOfAHouseholdAndTwoInAll() throws Exception {
        var inAll = new AtomicInteger();
        var most = new AtomicInteger();
        var ofHousehold = new ConcurrentHashMap<HouseholdId, AtomicInteger>();
        List<Future<?>> previews = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var household = new HouseholdId(i % 4 + 1);
                previews.add(threads.submit(() -> turns.take(household, () -> {
                    most.accumulateAndGet(inAll.incrementAndGet(), Math::max);
                    AtomicInteger here = ofHousehold.computeIfAbsent(household, any -> new AtomicInteger());
                    assertEquals(1, here.incrementAndGet());
                    Thread.onSpinWait();
                    here.decrementAndGet();
                    return inAll.decrementAndGet();
                })));
            }
            for (Future<?> preview : previews) {
                preview.get();
            }
        }
        assertTrue(most.get() <= 2, most.toString());
    }

    /** Whoever is second with a household does not take the place of somebody else. */
    @Test
    void aHouseholdWithManyLeavesATurnToOthers() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> mine = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                mine.add(threads.submit(() -> turns.take(ONE, () -> {
                    begun.countDown();
                    await(end);
                    return 1;
                })));
            }
            begun.await();

            assertEquals(2, turns.take(OTHER, () -> 2));

            end.countDown();
            for (Future<Integer> one : mine) {
                assertEquals(1, one.get());
            }
        }
    }

    @Test
    void oneThatFailsGivesItsTurnBack() {
        for (int i = 0; i < 5; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> turns.take(ONE, () -> {
                        throw new IllegalStateException("of the test");
                    }));
        }
        assertEquals(1, turns.take(ONE, () -> 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
