package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.sqlite.Backup;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.StoreWatch.Work;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
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
    void aBatchIsCountedOnceAndTakesNoLongerThanItTook() {
        HouseholdId household = found(books.work());
        var rules = IntStream.range(0, 30)
                .mapToObj(i -> new CategoryRule("Category " + i, ExpenseType.FIXED))
                .toList();
        Store.Load before = store.load();
        long begun = System.nanoTime();

        write(
                books.work(),
                household,
                new Change.CategoriesMapped(),
                all -> all.mappings().keep(household, new CategoryMapping(rules)));

        long micros = (System.nanoTime() - begun) / 1000;
        Store.Load after = store.load();
        assertTrue(after.statementMicros() - before.statementMicros() <= micros + 1000, after.toString());
        assertTrue(after.statements() - before.statements() < 15, "statements are not rules: " + after);
    }

    @Test
    void fullAndDamagedBooksAreToldFromOthers() {
        HouseholdId household = found(books.work());
        var full = new AtomicBoolean(true);
        books.database().observe(new FullDisk(full));
        assertThrows(StoreUnavailableException.class, () -> {
            for (int i = 0; i < 500; i++) {
                Spending.once(books.work(), household);
            }
        });
        assertEquals(Optional.of(Reason.FULL), store.fault());
        assertEquals(Optional.of(Reason.FULL), store.fault(), "as long as it is");

        full.set(false);
        assertEquals(Optional.empty(), store.fault());
    }

    @Test
    void damageIsThereUntilTheBooksAreOpenedAnew() throws IOException {
        HouseholdId household = found(books.work());
        Path damaged = books.folder().resolve("damaged.db");
        Backup.backup(books.file(), damaged);
        int page;
        try (SqliteDatabase sound = SqliteDatabase.visit(damaged)) {
            page = sound.read(sql ->
                    ((Number) sql.fetchValue("SELECT rootpage FROM sqlite_schema WHERE name = 'book'")).intValue());
        }
        byte[] bytes = Files.readAllBytes(damaged);
        Arrays.fill(bytes, (page - 1) * 4096, page * 4096, (byte) 0x5a);
        Files.write(damaged, bytes);

        try (SqliteDatabase database = TemporaryBooks.open(damaged)) {
            var broken = assertThrows(StoreUnavailableException.class, () -> TemporaryBooks.over(database));
            assertEquals(Reason.DAMAGED, broken.reason());
            assertEquals(Optional.of(Reason.DAMAGED), database.fault());
        }
        assertEquals(Optional.empty(), store.fault(), "of " + household);
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
