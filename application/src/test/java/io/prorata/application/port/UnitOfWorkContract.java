package io.prorata.application.port;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static io.prorata.application.port.BooksContract.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.view.Revision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every {@link UnitOfWork} promises: all of a write or nothing, snapshots, revisions without gaps, and one audit row each. */
public interface UnitOfWorkContract extends BooksContract {

    /** A row of the audit, before and after as text. */
    record AuditRow(
            long revision,
            String actor,
            String what,
            @Nullable String before,
            @Nullable String after) {}

    /** Returns what the audit of {@code work} keeps of {@code household}, the oldest change first. */
    List<AuditRow> audit(UnitOfWork work, HouseholdId household);

    /** Returns how the audit writes down {@code record}. */
    String audited(Record record);

    @Test
    default void aWriteIsKept() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        write(work, household, new Change.TransactionRecorded(MARCH), books -> spend(books, household, 1, -500));

        assertEquals(1, facts(work, household).count());
        assertEquals(500, facts(work, household).of(ExpenseType.VARIABLE).sum().minor());
    }

    @Test
    default void aHouseholdIsRemovedWithAllThatIsKeptOfItAndNoOtherIsTouched() {
        UnitOfWork work = empty();
        HouseholdId neighbours = found(work);
        HouseholdId household = found(work);
        for (HouseholdId each : List.of(neighbours, household)) {
            write(work, each, new Change.TransactionRecorded(MARCH), books -> spend(books, each, 1, -500));
        }

        work.remove(
                household, books -> assertEquals(HOUSEHOLD, books.households().get(household)));

        assertEquals(
                List.of(neighbours),
                work.read(neighbours, books -> books.households().all()).stream()
                        .map(Households.Listed::id)
                        .toList());
        assertEquals(1, facts(work, neighbours).count());
        assertEquals(2, audit(work, neighbours).size());
        assertUnknown(household, () -> write(work, household, new Change.AccessChanged(), books -> {}));
        assertUnknown(household, () -> work.remove(household, books -> {}));
        assertUnknown(
                household, () -> work.read(household, books -> books.revisions().current(household)));
        assertNotEquals(household, found(work), "an id is given once");
    }

    @Test
    default void nothingIsRemovedWhereTheCheckThrows() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        write(work, household, new Change.TransactionRecorded(MARCH), books -> spend(books, household, 1, -500));
        var refused = new IllegalArgumentException("another name");

        assertSame(
                refused,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> work.remove(household, books -> {
                            throw refused;
                        })));

        assertEquals(1, facts(work, household).count());
        write(work, household, new Change.AccessChanged(), books -> {});
    }

    private static void assertUnknown(HouseholdId household, Executable doing) {
        assertEquals(
                new Refusal.UnknownHousehold(household),
                assertThrows(RefusedException.class, doing).refusal());
    }

    @Test
    default void aWriteThatThrowsLeavesNothing() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var revision = work.read(household, books -> books.revisions().current(household));
        var refused = new IllegalArgumentException("refused");

        var thrown = assertThrows(
                IllegalArgumentException.class,
                () -> write(work, household, new Change.TransactionRecorded(MARCH), books -> {
                    spend(books, household, books.ledger().nextIds(household, 1), -500);
                    throw refused;
                }));

        assertSame(refused, thrown);
        assertEquals(MonthFacts.NONE, facts(work, household));
        assertEquals(revision, work.read(household, books -> books.revisions().current(household)));
        assertEquals(1, audit(work, household).size());
        assertEquals(
                Stamp.NEVER,
                work.read(
                        household,
                        books -> books.revisions()
                                .stampOf(household, new ViewScopes(Set.of(MARCH), Optional.empty(), Set.of()))));
        assertEquals(
                1,
                work.write(
                                household,
                                ANNA,
                                books -> accessChanged(books.ledger().nextIds(household, 1)))
                        .result());
    }

    @Test
    default void revisionsAdvanceByOneAndAHouseholdBeginsAtOne() {
        UnitOfWork work = empty();
        var founded = work.found(ANNA, (books, id) -> {
            books.households().keep(id, HOUSEHOLD);
            return AuditEntry.added("household founded", HOUSEHOLD);
        });
        HouseholdId household = founded.result();
        assertEquals(1, founded.revision().number());

        for (long revision = 2; revision <= 5; revision++) {
            var committed = write(work, household, new Change.AccessChanged(), books -> {});
            assertEquals(new Revision(founded.revision().epoch(), revision), committed.revision());
            assertEquals(
                    committed.revision(),
                    work.read(household, books -> books.revisions().current(household)));
        }
    }

    @Test
    default void insideAWriteTheRevisionIsTheOneBeingMade() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        var committed = work.write(
                household, ANNA, books -> accessChanged(books.revisions().current(household)));

        assertEquals(2, committed.result().number());
        assertEquals(committed.revision(), committed.result());
    }

    @Test
    default void householdsHaveHistoriesOfTheirOwn() {
        UnitOfWork work = empty();
        HouseholdId us = found(work);
        HouseholdId neighbours = found(work);
        assertNotEquals(us, neighbours);

        write(work, us, new Change.TransactionRecorded(MARCH), books -> spend(books, us, 1, -500));

        assertEquals(MonthFacts.NONE, facts(work, neighbours));
        assertEquals(
                1,
                work.read(neighbours, books -> books.revisions().current(neighbours))
                        .number());
        assertEquals(2, work.read(us, books -> books.revisions().current(us)).number());
        assertEquals(1, audit(work, neighbours).size());
    }

    @Test
    default void everyChangeHasOneAuditRow() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Record before = row(1, MARCH, -1, ExpenseType.VARIABLE, null);
        Record after = row(1, MARCH, -2, ExpenseType.VARIABLE, null);

        work.write(
                household,
                new Actor("token 2 (bruno)"),
                books -> new Decision<>(
                        1, new Change.AccessChanged(), AuditEntry.changed("row changed", before, after)));
        work.write(
                household,
                ANNA,
                books -> new Decision<>(1, new Change.AccessChanged(), AuditEntry.removed("row removed", after)));

        assertEquals(
                List.of(
                        new AuditRow(1, ANNA.name(), "household founded", null, audited(HOUSEHOLD)),
                        new AuditRow(2, "token 2 (bruno)", "row changed", audited(before), audited(after)),
                        new AuditRow(3, ANNA.name(), "row removed", audited(after), null)),
                audit(work, household));
    }

    @Test
    default void aWriteInsideAWriteIsRefused() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        assertThrows(
                IllegalStateException.class,
                () -> write(
                        work,
                        household,
                        new Change.AccessChanged(),
                        outer -> write(work, household, new Change.AccessChanged(), inner -> {})));

        assertEquals(1, audit(work, household).size());
    }

    @Test
    default void aReadDoesNotWrite() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        assertRejected(() -> work.read(household, books -> {
            spend(books, household, 1, -500);
            return "written";
        }));

        assertEquals(MonthFacts.NONE, facts(work, household));
    }

    @Test
    default void nothingIsWrittenToAHouseholdThatIsNotThere() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var nobody = new HouseholdId(household.value() + 1);

        assertRejected(() -> write(work, nobody, new Change.AccessChanged(), books -> {}));
        assertRejected(() ->
                write(work, household, new Change.TransactionRecorded(MARCH), books -> spend(books, nobody, 1, -500)));
        assertRejected(() -> work.read(nobody, books -> books.revisions().current(nobody)));

        assertEquals(1, audit(work, household).size());
    }

    @Test
    default void aHouseholdIsFoundedWithItsSettingsOrNotAtAll() {
        UnitOfWork work = empty();

        assertRejected(() -> work.found(ANNA, (books, id) -> AuditEntry.added("nothing founded", HOUSEHOLD)));
        HouseholdId household = found(work);

        assertEquals(
                List.of(household),
                work.read(household, books -> books.households().all()).stream()
                        .map(Households.Listed::id)
                        .toList());
    }

    @Test
    default void aReadSeesOneMomentWhateverIsCommittedMeanwhile() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        write(work, household, new Change.TransactionRecorded(MARCH), books -> spend(books, household, 1, -500));

        work.read(household, books -> {
            var revision = books.revisions().current(household);
            MonthFacts facts = books.ledger().facts(household, MARCH);
            onAnotherThread(() -> write(
                    work, household, new Change.TransactionRecorded(MARCH), other -> spend(other, household, 2, -700)));
            assertEquals(revision, books.revisions().current(household));
            assertEquals(facts, books.ledger().facts(household, MARCH));
            return facts;
        });

        assertEquals(2, facts(work, household).count());
    }

    @Test
    default void aReaderOnAnotherThreadSeesNothingOfAnUnfinishedWrite() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        write(work, household, new Change.TransactionRecorded(MARCH), books -> {
            spend(books, household, 1, -500);
            onAnotherThread(() -> assertEquals(MonthFacts.NONE, facts(work, household)));
        });

        assertEquals(1, facts(work, household).count());
    }

    /** Each write books one row of one unit, so in every snapshot rows, sum, revision and stamp have to tell the same story. */
    @Test
    default void manyWritersAndReadersKeepOneStory() throws Exception {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        int writers = 4;
        int writesEach = 20;
        List<Future<List<Long>>> written = new ArrayList<>();
        List<Future<Long>> read = new ArrayList<>();
        var stillWriting = new CountDownLatch(writers);
        // Not virtual threads: readers that never wait would leave writers none to run on.
        try (var threads = Executors.newCachedThreadPool()) {
            for (int i = 0; i < writers; i++) {
                written.add(threads.submit(() -> {
                    try {
                        return spendOften(work, household, writesEach);
                    } finally {
                        stillWriting.countDown();
                    }
                }));
            }
            for (int i = 0; i < 2; i++) {
                read.add(threads.submit(() -> readWhile(work, household, () -> stillWriting.getCount() > 0)));
            }
            List<Long> revisions = new ArrayList<>();
            for (Future<List<Long>> some : written) {
                List<Long> own = some.get();
                assertEquals(own.stream().sorted().toList(), own);
                revisions.addAll(own);
            }
            long last = 1L + writers * (long) writesEach;
            assertEquals(
                    LongStream.rangeClosed(2, last).boxed().toList(),
                    revisions.stream().sorted().toList());
            for (Future<Long> some : read) {
                assertEquals(last, some.get());
            }
        }
    }

    /** Returns the revisions that so many writes of one unit each made. */
    private static List<Long> spendOften(UnitOfWork work, HouseholdId household, int times) {
        List<Long> revisions = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            var committed = write(
                    work,
                    household,
                    new Change.TransactionRecorded(MARCH),
                    books -> spend(books, household, books.ledger().nextIds(household, 1), -1));
            revisions.add(committed.revision().number());
        }
        return revisions;
    }

    /** Reads again and again, never an older revision, and returns the one seen after all writes. */
    private static long readWhile(UnitOfWork work, HouseholdId household, BooleanSupplier writing) {
        long last = 0;
        boolean more;
        do {
            more = writing.getAsBoolean();
            long seen = work.read(household, books -> revisionOfOneStory(books, household));
            assertTrue(seen >= last, seen + " after " + last);
            last = seen;
        } while (more);
        return last;
    }

    private static long revisionOfOneStory(Books books, HouseholdId household) {
        long revision = books.revisions().current(household).number();
        MonthFacts facts = books.ledger().facts(household, MARCH);
        assertEquals(revision - 1, facts.count());
        assertEquals(revision - 1, facts.of(ExpenseType.VARIABLE).sum().minor());
        assertEquals(
                revision,
                books.revisions().stampOf(household, ViewScopes.ofMonth(MARCH)).revision());
        return revision;
    }

    private static MonthFacts facts(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.ledger().facts(household, MARCH));
    }

    private static void spend(Books books, HouseholdId household, long id, long cents) {
        books.ledger()
                .add(household, OptionalLong.empty(), List.of(row(id, MARCH, cents, ExpenseType.VARIABLE, "Courses")));
    }

    private static <T> Decision<T> accessChanged(T result) {
        return new Decision<>(result, new Change.AccessChanged(), AuditEntry.added("something done", HOUSEHOLD));
    }

    private static void onAnotherThread(Runnable runnable) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(runnable).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
