package io.prorata.adapter.persistence.sqlite;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.Spending;
import io.prorata.adapter.persistence.TemporaryBooks;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.domain.household.HouseholdId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The one writer and the few readers of an open database. */
class SqliteDatabaseTest {

    private static final Map<String, String> SAFE = safe();

    @TempDir
    Path folder;

    private static Map<String, String> safe() {
        Map<String, String> safe = new LinkedHashMap<>();
        safe.put("journal_mode", "wal");
        safe.put("synchronous", "2");
        safe.put("foreign_keys", "1");
        safe.put("busy_timeout", "2000");
        safe.put("temp_store", "2");
        safe.put("trusted_schema", "0");
        safe.put("cell_size_check", "1");
        safe.put("mmap_size", "0");
        return safe;
    }

    @Test
    void everyConnectionIsSetAsItShouldBe() {
        try (SqliteDatabase database = open()) {
            SAFE.forEach((pragma, value) -> {
                assertEquals(value, database.write(sql -> pragma(sql, pragma)), "writer: " + pragma);
                assertEquals(List.of(value, value, value, value), inEveryReader(database, pragma), pragma);
            });
            assertEquals("0", database.write(sql -> pragma(sql, "query_only")));
            assertEquals(List.of("1", "1", "1", "1"), inEveryReader(database, "query_only"));
        }
    }

    @Test
    void aVisitorReadsBesideTheOwnerAndCannotWrite() {
        try (SqliteDatabase owner = open();
                SqliteDatabase visitor = SqliteDatabase.visit(owner.file())) {
            HouseholdId household = found(TemporaryBooks.over(owner));
            Spending.once(TemporaryBooks.over(owner), household);

            assertEquals(
                    2, Spending.read(TemporaryBooks.over(visitor), household).number());
            assertThrows(IllegalStateException.class, () -> Spending.once(TemporaryBooks.over(visitor), household));
            assertEquals("1", visitor.read(sql -> pragma(sql, "query_only")));
            Spending.once(TemporaryBooks.over(owner), household);
            assertEquals(
                    3, Spending.read(TemporaryBooks.over(visitor), household).number());
        }
    }

    @Test
    void aWriteInsideAWriteIsRefusedAndTheNextOneServed() {
        try (SqliteDatabase database = open()) {
            assertThrows(IllegalStateException.class, () -> database.write(outer -> database.write(inner -> 1)));
            assertEquals("served", database.write(sql -> "served"));
        }
    }

    @Test
    void writersAreServedInTheOrderInWhichTheyCome() throws Exception {
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Thread> waiting = new ArrayList<>();
        try (SqliteDatabase database = open()) {
            database.write(sql -> {
                for (int i = 0; i < 8; i++) {
                    int number = i;
                    Thread thread = Thread.ofPlatform().start(() -> database.write(own -> served.add(number)));
                    waiting.add(thread);
                    awaitWaiting(thread);
                }
                return served.size();
            });
            for (Thread thread : waiting) {
                thread.join();
            }
        }
        assertEquals(IntStream.range(0, 8).boxed().toList(), served);
    }

    /** Who has just written and has more to write waits behind those who wait already. */
    @Test
    void nobodyWritesTwiceWhileAnotherWaits() throws Exception {
        try (SqliteDatabase database = open()) {
            for (int round = 0; round < 20; round++) {
                List<String> served = Collections.synchronizedList(new ArrayList<>());
                Thread other = database.write(sql -> {
                    served.add("first");
                    Thread waiting = Thread.ofPlatform().start(() -> database.write(own -> served.add("other")));
                    awaitWaiting(waiting);
                    return waiting;
                });
                database.write(sql -> served.add("first again"));
                other.join();
                assertEquals(List.of("first", "other", "first again"), served);
            }
        }
    }

    @Test
    void whoWaitsTooLongForTheWriterIsToldThatTheBooksAreBusy() throws Exception {
        try (SqliteDatabase database = impatient()) {
            database.write(sql -> {
                assertUnavailable(Reason.BUSY, () -> elsewhere(() -> database.write(other -> 1)));
                return 1;
            });
            assertEquals("served", database.write(sql -> "served"));
        }
    }

    @Test
    void whoWaitsTooLongForAReaderIsToldThatTheBooksAreBusy() throws Exception {
        var taken = new CountDownLatch(4);
        var enough = new CountDownLatch(1);
        try (SqliteDatabase database = impatient();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<String>> reading = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                reading.add(threads.submit(() -> database.read(sql -> {
                    taken.countDown();
                    await(enough);
                    return "served";
                })));
            }
            taken.await();
            try {
                assertUnavailable(Reason.BUSY, () -> database.read(sql -> 1));
            } finally {
                enough.countDown();
            }
            for (Future<String> reader : reading) {
                assertEquals("served", reader.get());
            }
        }
    }

    @Test
    void anInterruptedThreadStaysInterruptedAndIsToldThatTheBooksAreBusy() throws Exception {
        try (SqliteDatabase database = open()) {
            elsewhere(() -> {
                Thread.currentThread().interrupt();
                assertUnavailable(Reason.BUSY, () -> database.write(sql -> 1));
                assertTrue(Thread.interrupted());
                return 1;
            });
            assertEquals("served", database.write(sql -> "served"));
        }
    }

    @Test
    void withoutRoomNothingChangesAndReadingGoesOn() {
        try (SqliteDatabase database = open()) {
            var work = TemporaryBooks.over(database);
            HouseholdId household = found(work);
            Spending.once(work, household);
            var before = Spending.read(work, household);
            String pages = database.write(sql -> pragma(sql, "page_count"));
            database.write(sql -> pragma(sql, "max_page_count=" + pages));

            assertUnavailable(Reason.FULL, () -> {
                for (int i = 0; i < 500; i++) {
                    Spending.once(work, household);
                }
            });

            long reached = Spending.read(work, household).number();
            assertTrue(reached >= before.number() && reached < before.number() + 500, reached + " revisions");
            assertEquals(List.of(), Integrity.findings(database.file()));
            database.write(sql -> pragma(sql, "max_page_count=100000"));
            assertEquals(reached + 1, Spending.once(work, household).number());
        }
    }

    @Test
    void aClosedDatabaseIsOutOfReach() {
        SqliteDatabase database = open();
        database.close();

        assertUnavailable(Reason.AWAY, () -> database.write(sql -> 1));
        assertUnavailable(Reason.AWAY, () -> database.read(sql -> 1));
        open().close();
    }

    @Test
    void aReadUnderWayWhenTheDatabaseIsClosedEndsWell() {
        SqliteDatabase database = open();
        assertEquals("wal", database.read(sql -> {
            elsewhere(() -> {
                database.close();
                return 1;
            });
            return pragma(sql, "journal_mode");
        }));
        assertUnavailable(Reason.AWAY, () -> database.read(sql -> 1));
    }

    @Test
    void aMisspeltStatementIsABugAndNoFaultOfTheStore() {
        try (SqliteDatabase database = open()) {
            var bug = assertThrows(RuntimeException.class, () -> database.write(sql -> sql.execute("SELEKT 1")));
            assertTrue(!(bug instanceof StoreUnavailableException), bug.toString());
            assertEquals("served", database.write(sql -> "served"));
        }
    }

    private SqliteDatabase open() {
        return TemporaryBooks.open(folder.resolve("books.db"));
    }

    private SqliteDatabase impatient() {
        Path file = folder.resolve("books.db");
        return SqliteDatabase.own(file, DatabaseLock.of(file), Duration.ofMillis(50));
    }

    private static String pragma(DSLContext sql, String pragma) {
        return String.valueOf(sql.fetchValue("PRAGMA " + pragma));
    }

    /** Reads inside a read inside a read: each has a reader of its own. */
    private static List<String> inEveryReader(SqliteDatabase database, String pragma) {
        List<String> answers = new ArrayList<>();
        database.read(one -> database.read(two -> database.read(three -> database.read(four -> {
            for (DSLContext sql : List.of(one, two, three, four)) {
                answers.add(pragma(sql, pragma));
            }
            return answers;
        }))));
        return answers;
    }

    private static void assertUnavailable(Reason reason, Executable executable) {
        assertEquals(
                reason,
                assertThrows(StoreUnavailableException.class, executable).reason());
    }

    /** Does {@code work} on another thread and hands on what it throws. */
    private static <T> T elsewhere(Callable<T> work) {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<T> result = thread.submit(work);
            try {
                return result.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException fault) {
                    throw fault;
                }
                throw new AssertionError(e.getCause());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
