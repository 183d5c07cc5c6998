package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.Store;
import io.prorata.application.port.StoreWatch.Work;
import io.prorata.domain.household.HouseholdId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a database says of itself is what it did. */
class JooqStoreTest {

    private final TemporaryBooks books = new TemporaryBooks();
    private final Store store = new JooqStore(books.database());

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void everyStatementIsCountedAndToldOnTheThreadThatAsked() {
        HouseholdId household = found(books.work());
        var log = new StatementLog();
        books.database().observe(log);
        List<Work> told = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        books.database().tell((work, nanos) -> {
            assertTrue(nanos > 0, work + ": " + nanos);
            told.add(work);
            threads.add(Thread.currentThread());
        });
        Store.Load before = store.load();
        log.take();
        told.clear();

        Spending.once(books.work(), household);

        int statements = log.take().size();
        assertTrue(statements > 1, "statements: " + statements);
        assertEquals(
                statements, told.stream().filter(work -> work == Work.STATEMENT).count());
        assertEquals(1, told.stream().filter(work -> work == Work.TURN).count());
        assertEquals(1, told.stream().filter(work -> work == Work.COMMIT).count());
        assertEquals(
                List.of(Thread.currentThread()), threads.stream().distinct().toList());
        Store.Load after = store.load();
        // And the one that asks.
        assertEquals(statements + 1, after.statements() - before.statements());
        assertTrue(after.statementMicros() > before.statementMicros(), after.toString());
        assertTrue(after.commitMicros() > before.commitMicros(), after.toString());
    }

    @Test
    void auditRowsAreThoseOfTheTable() {
        HouseholdId household = found(books.work());
        found(books.work());
        Spending.once(books.work(), household);

        assertEquals(
                books.rows("SELECT count(*) FROM audit").getFirst().getFirst(),
                Math.toIntExact(store.load().auditRows()));
    }

    @Test
    void sizesAreThoseOfTheFiles() {
        found(books.work());

        assertEquals(books.file().toFile().length(), store.load().fileBytes());
        assertTrue(store.load().walBytes() > 0, "written and not yet moved over");
    }
}
