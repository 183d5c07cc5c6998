package io.prorata.application.imports;

import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Limits concurrent previews, which may read for seconds on one snapshot: one of a household and two in all, so that most connections are
 * free for other reads. A waiting preview holds no connection.
 */
final class PreviewTurns {

    private static final int IN_ALL = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Semaphore all = new Semaphore(IN_ALL, true);

    /** The households with a running or waiting preview. */
    private final Map<HouseholdId, Turn> turns = new HashMap<>();

    private static final class Turn {

        private final Semaphore one = new Semaphore(1, true);
        private int users;
    }

    /**
     * Runs {@code preview} when it is its turn.
     *
     * @throws StoreUnavailableException if that takes too long
     */
    <T> T take(HouseholdId household, Supplier<T> preview) {
        Turn turn = enter(household);
        try {
            return within(turn.one, () -> within(all, preview));
        } finally {
            leave(household, turn);
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

    private static <T> T within(Semaphore semaphore, Supplier<T> preview) {
        try {
            if (!semaphore.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(new TimeoutException("other previews took more than " + PATIENCE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
        try {
            return preview.get();
        } finally {
            semaphore.release();
        }
    }

    private static StoreUnavailableException busy(Exception cause) {
        return new StoreUnavailableException(Reason.BUSY, "too many previews are under way", cause);
    }
}
