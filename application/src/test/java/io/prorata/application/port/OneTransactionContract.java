package io.prorata.application.port;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static io.prorata.application.port.BooksContract.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.IdempotencyStore.AnswerState;
import io.prorata.application.port.IdempotencyStore.CarriedAt;
import io.prorata.application.port.IdempotencyStore.Retention;
import io.prorata.application.port.IdempotencyStore.StoredAnswer;
import io.prorata.application.port.IdempotencyStore.StoredResponse;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.view.Document;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link UnitOfWork} promises of writes that are kept together, of {@link IdempotencyStore}, and of stamps. */
public interface OneTransactionContract extends BooksContract {

    StoredResponse CARRIED = new StoredResponse(
            "hash",
            new CarriedAt(NOON, Duration.ofMillis(5), 1),
            new AnswerState.Kept(new StoredAnswer(
                    201,
                    Map.of("Location", "/transactions/1", "Content-Type", "application/json"),
                    new Document("{\"é\": 1}".getBytes(StandardCharsets.UTF_8)))));

    @Test
    default void writesAndNotesAreKeptTogether() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        work.inOneTransaction(household, notes -> {
            spend(work, household, 1);
            assertEquals(1, rows(work, household), "a read on this thread sees it");
            spend(work, household, 2);
            notes.stored(household, "anna", "key", CARRIED);
            return "done";
        });

        assertEquals(2, rows(work, household));
        assertEquals(
                3,
                work.read(household, books -> books.revisions().current(household))
                        .number());
        assertEquals(Optional.of(CARRIED), stored(work, household, "anna", "key"));
    }

    @Test
    default void nothingIsKeptWhereTheWholeOrOneOfItsWritesThrows() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        assertThrows(
                IllegalArgumentException.class,
                () -> work.inOneTransaction(household, notes -> {
                    spend(work, household, 1);
                    notes.stored(household, "anna", "key", CARRIED);
                    throw new IllegalArgumentException("refused");
                }));
        assertRejected(() -> work.inOneTransaction(household, notes -> {
            notes.stored(household, "anna", "key", CARRIED);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> write(work, household, new Change.TransactionRecorded(MARCH), books -> {
                        books.ledger()
                                .add(
                                        household,
                                        OptionalLong.empty(),
                                        List.of(row(1, MARCH, -1, ExpenseType.VARIABLE, null)));
                        throw new IllegalArgumentException("refused");
                    }));
            return "gone on";
        }));

        assertEquals(0, rows(work, household));
        assertEquals(
                1,
                work.read(household, books -> books.revisions().current(household))
                        .number());
        assertEquals(Optional.empty(), stored(work, household, "anna", "key"));
    }

    @Test
    default void togetherIsNotInsideAWriteNorInsideItself() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        assertRejected(
                () -> work.inOneTransaction(household, outer -> work.inOneTransaction(household, inner -> "done")));
        assertRejected(() -> write(
                work,
                household,
                new Change.AccessChanged(),
                books -> work.inOneTransaction(household, inner -> "done")));
        spend(work, household, 1);

        assertEquals(1, rows(work, household));
    }

    @Test
    default void aRequestIsNotedPerHouseholdSenderAndKey() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        var at = new CarriedAt(NOON.plusSeconds(60), Duration.ZERO, 2);
        note(work, household, "anna", "key", CARRIED);

        assertEquals(Optional.empty(), stored(work, household, "bruno", "key"));
        assertEquals(Optional.empty(), stored(work, household, "anna", "other"));
        assertEquals(Optional.empty(), stored(work, neighbours, "anna", "key"));
        for (AnswerState state : List.of(new AnswerState.Pending(), new AnswerState.Withheld())) {
            var other = new StoredResponse("other", at, state);
            note(work, household, "anna", "key", other);
            assertEquals(Optional.of(other), stored(work, household, "anna", "key"));
        }
        assertEquals(
                1,
                work.read(household, books -> books.revisions().current(household))
                        .number());
    }

    @Test
    default void requestsAreForgottenWhenAllMeasuresSaySo() {
        var retention = new Retention(Duration.ofHours(24), 100);
        var now = new CarriedAt(NOON, Duration.ofHours(100), 1_000);
        var sure = new Retention(Duration.ofHours(24).plusSeconds(5), 100);
        for (long seed = 0; seed < 5; seed++) {
            var random = new SplittableRandom(seed);
            UnitOfWork work = empty();
            HouseholdId household = found(work);
            Map<String, CarriedAt> noted = new TreeMap<>();
            for (int i = 0; i < 60; i++) {
                var then = new CarriedAt(
                        NOON.plusMillis(near(random, Duration.ofHours(24).toMillis())),
                        now.running()
                                .minusMillis(Math.abs(
                                        near(random, Duration.ofHours(24).toMillis()))),
                        now.number() - random.nextLong(95, 106));
                noted.put("key " + i, then);
                note(work, household, "anna", "key " + i, new StoredResponse("hash", then, new AnswerState.Pending()));
            }

            forget(work, household, now, retention);

            for (var one : noted.entrySet()) {
                boolean kept = stored(work, household, "anna", one.getKey()).isPresent();
                String example = "seed " + seed + ": " + one.getValue();
                assertTrue(kept || retention.forgets(one.getValue(), now), "forgotten too early, " + example);
                assertFalse(kept && sure.forgets(one.getValue(), now), "never forgotten, " + example);
            }
        }
    }

    @Test
    default void forgettingIsOfTheHouseholdThatAsks() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        note(work, household, "anna", "key", CARRIED);
        note(work, neighbours, "anna", "key", CARRIED);

        forget(
                work,
                household,
                new CarriedAt(NOON.plus(Duration.ofDays(9)), Duration.ofDays(9), 9),
                new Retention(Duration.ofDays(1), 10));

        assertEquals(Optional.empty(), stored(work, household, "anna", "key"));
        assertEquals(Optional.of(CARRIED), stored(work, neighbours, "anna", "key"));
    }

    @Test
    default void requestsAreNumberedPerHousehold() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        note(
                work,
                household,
                "anna",
                "key",
                new StoredResponse("hash", new CarriedAt(NOON, Duration.ZERO, 41), new AnswerState.Pending()));

        CarriedAt next = work.inOneTransaction(household, notes -> notes.next(household, NOON));
        assertEquals(42, next.number());
        assertEquals(NOON, next.clock());
        assertEquals(
                1,
                work.inOneTransaction(neighbours, notes -> notes.next(neighbours, NOON))
                        .number());
        assertTrue(work.inOneTransaction(household, notes -> notes.next(household, NOON))
                        .running()
                        .compareTo(next.running())
                >= 0);
    }

    private static void forget(UnitOfWork work, HouseholdId household, CarriedAt now, Retention retention) {
        work.inOneTransaction(household, notes -> {
            notes.forget(household, now, retention);
            return "done";
        });
    }

    /** Returns a number that is near {@code edge} or its opposite, most times. */
    private static long near(SplittableRandom random, long edge) {
        long off = random.nextInt(3) == 0 ? random.nextLong(-20 * edge, 20 * edge) : random.nextLong(-3_000, 3_000);
        return (random.nextBoolean() ? edge : -edge) + off;
    }

    @Test
    default void aTokenSaysWhenItWasLastUsed() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Instant later = NOON.plusSeconds(77);
        write(
                work,
                household,
                new Change.AccessChanged(),
                books -> books.tokens().add(household, TokensContract.PHONE));

        work.inOneTransaction(household, notes -> {
            notes.used(household, TokensContract.PHONE.id(), later);
            notes.used(household, 99, later);
            return "done";
        });

        var token = work.read(household, books -> books.tokens().find(household, TokensContract.PHONE.id()))
                .orElseThrow();
        assertEquals(Optional.of(later), token.lastUsed());
        write(
                work,
                household,
                new Change.AccessChanged(),
                books -> books.tokens().revoke(household, TokensContract.PHONE.id()));
        assertEquals(
                Optional.of(later),
                work.read(household, books -> books.tokens().all(household))
                        .getFirst()
                        .lastUsed());
    }

    @Test
    default void whatIsUnchangedAdvancesNothing() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var stamp = new Stamp(1, 77);

        Committed<String> committed = work.write(household, ANNA, books -> Decision.unchanged("as it was", stamp));

        assertEquals("as it was", committed.result());
        assertEquals(stamp, committed.stamp());
        assertEquals(1, committed.revision().number());
        assertEquals(
                committed.revision(),
                work.read(household, books -> books.revisions().current(household)));
    }

    @Test
    default void aRevisionHasTheStampOfWhatChangedInIt() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        Committed<String> first = spend(work, household, 1);
        Committed<String> second = write(work, household, new Change.AccessChanged(), books -> {});

        assertEquals(2, first.stamp().revision());
        assertNotEquals(first.stamp().nonce(), second.stamp().nonce());
        work.read(household, books -> {
            assertEquals(first.stamp(), books.revisions().stampAt(household, 2));
            assertEquals(second.stamp(), books.revisions().stampAt(household, 3));
            assertEquals(first.stamp(), books.revisions().stampOf(household, ViewScopes.ofMonth(MARCH)));
            assertEquals(
                    new StampAtRevision(second.stamp(), second.revision()),
                    books.revisions().latest(household));
            assertEquals(
                    new StampAtRevision(first.stamp(), second.revision()),
                    books.revisions().stampAtRevision(household, ViewScopes.ofMonth(MARCH)));
            return "done";
        });
        assertRejected(() -> work.read(household, books -> books.revisions().stampAt(household, 4)));
    }

    private static Committed<String> spend(UnitOfWork work, HouseholdId household, long id) {
        return work.write(household, ANNA, books -> {
            books.ledger()
                    .add(household, OptionalLong.empty(), List.of(row(id, MARCH, -1, ExpenseType.VARIABLE, null)));
            return new Decision<>(
                    "done", new Change.TransactionRecorded(MARCH), AuditEntry.added("row added", HOUSEHOLD));
        });
    }

    private static long rows(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.ledger().count(household, TransactionFilter.ALL));
    }

    private static void note(UnitOfWork work, HouseholdId household, String sender, String key, StoredResponse stored) {
        work.inOneTransaction(household, notes -> {
            notes.stored(household, sender, key, stored);
            return "done";
        });
    }

    private static Optional<StoredResponse> stored(UnitOfWork work, HouseholdId household, String sender, String key) {
        return work.inOneTransaction(household, notes -> notes.stored(household, sender, key));
    }
}
