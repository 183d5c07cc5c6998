package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.AUDIT;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.CuttingProxy.Cut;
import io.prorata.adapter.persistence.engine.CommitListener;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import io.prorata.adapter.persistence.generated.DefaultSchema;
import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.adapter.persistence.row.HouseholdRows;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.verification.VerifyBooks;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database server shared by nodes adds: locks, unknown outcomes, refusals. */
class PostgresDatabaseTest {

    private final PostgresBooks books = new PostgresBooks();
    private final HouseholdId household = found(books.work());

    @AfterEach
    void close() {
        books.close();
    }

    private static JooqUnitOfWork over(PostgresDatabase database) {
        return new JooqUnitOfWork(database, Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom(), 1);
    }

    @Test
    void nodesWriteToOneHouseholdInTurn() throws Exception {
        int each = 25;
        try (PostgresDatabase other = PostgresDatabase.open(PostgresServer.address(books.name()));
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<JooqUnitOfWork> nodes = List.of(books.work(), over(other), books.work(), over(other));
            List<Future<?>> writers = new ArrayList<>();
            for (JooqUnitOfWork node : nodes) {
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        Spending.once(node, household);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertEquals(1 + 4 * each, Spending.read(books.work(), household).number());
        assertEquals(List.of(), findings());
    }

    @Test
    void householdsAreFoundedOneAfterTheOtherByAnyNode() throws Exception {
        try (PostgresDatabase other = PostgresDatabase.open(PostgresServer.address(books.name()));
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<HouseholdId>> founded = new ArrayList<>();
            for (JooqUnitOfWork node : List.of(books.work(), over(other), books.work(), over(other))) {
                founded.add(threads.submit(() -> found(node)));
            }
            Set<HouseholdId> ids = new HashSet<>();
            for (Future<HouseholdId> id : founded) {
                ids.add(id.get());
            }
            assertEquals(4, ids.size());
        }
    }

    @Test
    void aHouseholdThatIsWrittenToKeepsNoOtherWaiting() throws Exception {
        HouseholdId neighbours = found(books.work());
        var held = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> slow = thread.submit(() -> books.database()
                    .write(
                            household,
                            sql -> {
                                held.countDown();
                                return await(written);
                            },
                            CommitListener.NONE));
            held.await();
            Spending.once(books.work(), neighbours);
            Spending.read(books.work(), household);
            written.countDown();
            slow.get();
        }
        assertEquals(2, Spending.read(books.work(), neighbours).number());
    }

    /** More writes than there are connections wait for one household, and another is written to all the same. */
    @Test
    void aHouseholdWithManyWritesLeavesConnectionsToOthers() throws Exception {
        HouseholdId neighbours = found(books.work());
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> writes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                writes.add(threads.submit(() -> books.database()
                        .write(
                                household,
                                sql -> {
                                    begun.countDown();
                                    return await(end);
                                },
                                CommitListener.NONE)));
            }
            begun.await();
            assertEquals(2, Spending.once(books.work(), neighbours).number());
            end.countDown();
            for (Future<Boolean> write : writes) {
                assertTrue(write.get());
            }
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The server is asked what became of a COMMIT whose answer was lost: done is done, once, and not done is said. */
    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void aCommitWithoutAnAnswerIsLookedInto(Cut cut) throws Exception {
        PostgresAddress address = PostgresServer.address(books.name());
        int port = PostgresServer.port();
        try (var proxy = new CuttingProxy(port)) {
            var through = new PostgresAddress(
                    // The proxy looks for the word COMMIT, which is not in the call of a prepared statement.
                    address.url().replace(":" + port + "/", ":" + proxy.port() + "/") + "?prepareThreshold=0",
                    address.user(),
                    address.password(),
                    address.connections());
            try (PostgresDatabase database = PostgresDatabase.open(through)) {
                JooqUnitOfWork node = over(database);
                Spending.once(node, household);
                proxy.cut(cut);
                if (cut == Cut.AFTER_COMMIT) {
                    assertEquals(3, Spending.once(node, household).number());
                } else {
                    var fault = assertThrows(StoreUnavailableException.class, () -> Spending.once(node, household));
                    assertEquals(Reason.AWAY, fault.reason());
                }
                assertEquals(Cut.NOWHERE, proxy.next(), "a connection was cut");
                long expected = cut == Cut.AFTER_COMMIT ? 3 : 2;
                assertEquals(expected, Spending.read(books.work(), household).number());
                assertEquals(expected + 1, Spending.once(node, household).number(), "and it goes on");
            }
        }
        assertEquals(List.of(), findings());
    }

    @Test
    void aRemovedHouseholdLeavesNoRowAndAllOthers() {
        HouseholdId neighbours = found(books.work());
        Spending.once(books.work(), neighbours);
        Map<String, Integer> before = rows();
        HouseholdId third = found(books.work());
        Spending.once(books.work(), third);
        Map<String, Integer> with = rows();
        for (String table : List.of("household", "audit", "bank_transaction", "classification", "month_total")) {
            assertNotEquals(before.get(table), with.get(table), table);
        }

        books.work().remove(third, all -> {});

        assertEquals(before, rows());
        assertEquals(List.of(), findings());
    }

    /** Of every table. */
    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new TreeMap<>();
        for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            rows.put(table.getName(), books.database().readOnce(sql -> sql.fetchCount(table)));
        }
        return rows;
    }

    @Test
    void aWriteThatWaitedForTheRemovalOfItsHouseholdIsRefused() throws Exception {
        var removing = new CountDownLatch(1);
        var waiting = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> removal = threads.submit(() -> books.work().remove(household, all -> {
                removing.countDown();
                await(waiting);
            }));
            removing.await();
            Future<?> write = threads.submit(() -> Spending.once(books.work(), household));
            while (books.database().load(0).waiting() == 0) {
                Thread.onSpinWait();
            }
            waiting.countDown();
            removal.get();
            var refused = assertThrows(ExecutionException.class, write::get);
            assertTrue(refused.getCause() instanceof RefusedException, String.valueOf(refused.getCause()));
        }
    }

    @Test
    void theAuditIsNeitherAlteredNorShortened() {
        for (String tampering : List.of("UPDATE audit SET actor = 'somebody else'", "DELETE FROM audit")) {
            var refused =
                    assertThrows(RuntimeException.class, () -> books.database().write(sql -> sql.execute(tampering)));
            assertTrue(String.valueOf(refused.getMessage()).contains("append-only"), refused.getMessage());
        }
        assertEquals(1, books.database().<Integer>readOnce(sql -> sql.fetchCount(AUDIT)));
    }

    /** The server says of every write that its disk is full, as it does when it is. */
    @Test
    void aServerWithoutRoomIsAFaultUntilAWriteSucceeds() {
        String name = PostgresServer.create();
        try (PostgresDatabase other = PostgresDatabase.open(PostgresServer.address(name))) {
            JooqUnitOfWork node = over(other);
            HouseholdId theirs = found(node);
            assertEquals(Optional.empty(), other.fault());
            PostgresServer.execute(
                    name,
                    "CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS"
                            + " $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$");
            for (String table : List.of("bank_transaction", "running_time")) {
                PostgresServer.execute(
                        name,
                        "CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE ON " + table
                                + " EXECUTE FUNCTION disk_is_full()");
            }

            var fault = assertThrows(StoreUnavailableException.class, () -> Spending.once(node, theirs));
            assertEquals(Reason.FULL, fault.reason());
            assertEquals(Optional.of(Reason.FULL), other.fault());
            assertEquals(Optional.of(Reason.FULL), other.fault(), "as long as it is");
            assertEquals(1, Spending.read(node, theirs).number(), "nothing of it is kept");

            PostgresServer.execute(name, "DROP FUNCTION disk_is_full CASCADE");
            assertEquals(Optional.empty(), other.fault());
            assertEquals(2, Spending.once(node, theirs).number());
        }
    }

    @Test
    void connectionsThatTheServerEndsAreReplaced() {
        PostgresServer.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + books.name() + "'");
        Spending.once(books.work(), household);
        assertEquals(2, Spending.read(books.work(), household).number());
    }

    /** In the middle of a write: the server has taken nothing, and the next write finds another connection. */
    @Test
    void aConnectionThatIsLostBeforeCommitLosesNothingElse() {
        var fault = assertThrows(
                StoreUnavailableException.class,
                () -> books.database()
                        .write(
                                household,
                                sql -> {
                                    sql.execute("UPDATE household SET name = 'half'");
                                    return sql.fetch("SELECT pg_terminate_backend(pg_backend_pid())");
                                },
                                CommitListener.NONE));
        assertEquals(Reason.AWAY, fault.reason());

        Spending.once(books.work(), household);
        assertEquals(List.of(), findings());
        assertEquals(2, Spending.read(books.work(), household).number());
    }

    @Test
    void aServerWithoutConnectionsIsBusyAndRecoversByItself() throws Exception {
        PostgresAddress address = PostgresServer.address(PostgresServer.create());
        String name = address.url().substring(address.url().lastIndexOf('/') + 1);
        PostgresServer.execute("ALTER DATABASE " + name + " CONNECTION LIMIT 0");
        assertRefused("has no connection left", address);

        // One for reads and one for writes.
        PostgresServer.execute("ALTER DATABASE " + name + " CONNECTION LIMIT 2");
        try (PostgresDatabase database = PostgresDatabase.open(address)) {
            JooqUnitOfWork node = over(database);
            HouseholdId theirs = found(node);
            HouseholdId others = found(node);
            var written = new CountDownLatch(1);
            var refused = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
                Future<?> holding = threads.submit(() -> database.write(
                        theirs,
                        sql -> {
                            written.countDown();
                            return await(refused);
                        },
                        CommitListener.NONE));
                written.await();
                var fault = assertThrows(StoreUnavailableException.class, () -> Spending.once(node, others));
                refused.countDown();
                holding.get();
                assertEquals(Reason.BUSY, fault.reason());
            }
            assertEquals(2, Spending.once(node, others).number());
        }
    }

    @Test
    void aTimeOutOfTheServerIsBusy() {
        var fault = assertThrows(
                StoreUnavailableException.class,
                () -> books.database().read(sql -> {
                    sql.execute("SET LOCAL statement_timeout = 1");
                    return sql.fetch("SELECT pg_sleep(60)");
                }));
        assertEquals(Reason.BUSY, fault.reason());
    }

    @Test
    void aReadSeesOneSnapshot() {
        books.database().read(sql -> {
            long before = HouseholdRows.revision(sql, household);
            Spending.once(books.work(), household);
            assertEquals(before, HouseholdRows.revision(sql, household));
            assertThrows(RuntimeException.class, () -> sql.execute("DELETE FROM token"), "a reader cannot write");
            return before;
        });
    }

    @Test
    void aBlankDatabaseIsMadeReadyOnceByAnyNumberOfNodes() throws Exception {
        PostgresAddress blank = PostgresServer.address(PostgresServer.createBlank());
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Long>> epochs = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                epochs.add(threads.submit(() -> {
                    try (PostgresDatabase database = PostgresDatabase.open(blank)) {
                        return found(over(database)).value();
                    }
                }));
            }
            Set<Long> households = new HashSet<>();
            for (Future<Long> epoch : epochs) {
                households.add(epoch.get());
            }
            assertEquals(Set.of(1L, 2L, 3L), households);
        }
    }

    @Test
    void whatCannotServeIsRefusedWithOneSentence() {
        PostgresAddress right = PostgresServer.address(books.name());
        assertRefused("name or password is wrong", new PostgresAddress(right.url(), right.user(), "wrong", 1));
        assertRefused("has no database of this name", PostgresServer.address("nowhere"));
        assertRefused("is a superuser", new PostgresAddress(right.url(), "postgres", "", 1));
        assertRefused(
                "cannot be reached",
                new PostgresAddress(right.url().replace(":" + PostgresServer.port(), ":1"), right.user(), "", 1));

        String newer = PostgresServer.create();
        try (Connection connection = PostgresServer.connect(newer);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE flyway_schema_history SET version = '99'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        assertRefused("written by a newer Prorata", PostgresServer.address(newer));

        PostgresServer.execute("CREATE ROLE guest LOGIN PASSWORD 'guest'");
        assertRefused("may not create tables", new PostgresAddress(right.url(), "guest", "guest", 1));
    }

    @Test
    void anAddressNamesNoPassword() {
        for (String url : List.of(
                "jdbc:postgresql://host/db?user=a",
                "jdbc:postgresql://host/db?ssl=true&password=b",
                "jdbc:mysql://host/db")) {
            assertThrows(UnusableDatabaseException.class, () -> new PostgresAddress(url, "a", "b", 1), url);
        }
    }

    private static void assertRefused(String why, PostgresAddress address) {
        var refused = assertThrows(UnusableDatabaseException.class, () -> PostgresDatabase.open(address));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private List<?> findings() {
        return new VerifyBooks(new JooqStoreAudit(books.database())).verify().findings();
    }
}
