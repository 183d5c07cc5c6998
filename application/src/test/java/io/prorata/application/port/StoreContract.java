package io.prorata.application.port;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What every {@link Store} promises. */
public interface StoreContract extends BooksContract {

    /** Returns the store that keeps {@code work}'s books. */
    Store store(UnitOfWork work);

    @Test
    default void tellsHowManyChangesTheAuditHas() {
        UnitOfWork work = empty();
        assertEquals(0, store(work).load().auditRows());
        found(work);
        HouseholdId second = found(work);
        assertEquals(2, store(work).load().auditRows());

        work.write(second, Actor.COMMAND_LINE, books -> Decision.unchanged("as it was", Stamp.NEVER));

        assertEquals(2, store(work).load().auditRows(), "nothing changed");
    }

    @Test
    default void nothingIsWrongWithIt() {
        UnitOfWork work = empty();
        found(work);

        assertEquals(Optional.empty(), store(work).fault());
    }

    @Test
    default void countsTurnsAndCommits() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Store.Load before = store(work).load();

        assertThrows(
                IllegalStateException.class,
                () -> work.write(household, Actor.COMMAND_LINE, books -> {
                    throw new IllegalStateException("on purpose");
                }));
        work.write(household, Actor.COMMAND_LINE, books -> Decision.unchanged("as it was", Stamp.NEVER));
        work.read(household, books -> books.households().get(household));

        Store.Load after = store(work).load();
        assertEquals(2, after.turns() - before.turns());
        assertEquals(1, after.commits() - before.commits());
        assertTrue(after.freeReaders() <= after.readers(), after.toString());
    }

    @Test
    default void tellsWhoWaitsToWrite() throws InterruptedException {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        assertEquals(0, store(work).load().waiting());
        var writing = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(() -> work.write(household, Actor.COMMAND_LINE, books -> {
            writing.countDown();
            await(looked);
            return Decision.unchanged("first", Stamp.NEVER);
        }));
        writing.await();
        Thread second = Thread.startVirtualThread(
                () -> work.write(household, Actor.COMMAND_LINE, books -> Decision.unchanged("second", Stamp.NEVER)));

        while (store(work).load().waiting() == 0) {
            Thread.onSpinWait();
        }
        assertEquals(1, store(work).load().waiting());

        looked.countDown();
        first.join();
        second.join();
        assertEquals(0, store(work).load().waiting());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
