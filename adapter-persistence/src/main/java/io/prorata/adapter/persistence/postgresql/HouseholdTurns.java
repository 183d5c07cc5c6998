package io.prorata.adapter.persistence.postgresql;

import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Serialises the writes of one household on a node before they take a connection. Otherwise one household could hold all connections while
 * it waits.
 */
final class HouseholdTurns {

    private final Duration patience;
    private final Map<HouseholdId, Turn> turns = new HashMap<>();

    private static final class Turn {

        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }

    HouseholdTurns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs {@code work} when no other write of the household runs.
     *
     * @param waiting counts waiting writes
     * @throws io.prorata.application.port.StoreUnavailableException if other writes take too long
     */
    <T> T take(HouseholdId household, AtomicInteger waiting, Supplier<T> work) {
        Turn turn = enter(household);
        try {
            acquire(turn, waiting);
            try {
                return work.get();
            } finally {
                turn.lock.unlock();
            }
        } finally {
            leave(household, turn);
        }
    }

    private void acquire(Turn turn, AtomicInteger waiting) {
        waiting.incrementAndGet();
        try {
            if (!turn.lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw PostgresFaults.unavailable(
                        Reason.BUSY, new TimeoutException("other writes take more than " + patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PostgresFaults.unavailable(Reason.BUSY, e);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private Turn enter(HouseholdId household) {
        synchronized (turns) {
            Turn turn = turns.computeIfAbsent(household, any -> new Turn());
            turn.users++;
            return turn;
        }
    }

    private void leave(HouseholdId household, Turn turn) {
        synchronized (turns) {
            turn.users--;
            if (turn.users == 0) {
                turns.remove(household);
            }
        }
    }
}
