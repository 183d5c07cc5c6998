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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.application.port.IdempotencyStore.StoredAnswer;
import io.prorata.application.port.IdempotencyStore.StoredResponse;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.view.Document;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.TransactionFilter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every {@link UnitOfWork} promises of writes that are kept together, of {@link IdempotencyStore}, and of stamps. */
public interface OneTransactionContract extends BooksContract {

    StoredResponse CARRIED = new StoredResponse(
            "hash",
            NOON,
            Optional.of(new StoredAnswer(
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
        var secret = new StoredResponse("other", NOON.plusSeconds(60), Optional.empty());
        note(work, household, "anna", "key", CARRIED);

        assertEquals(Optional.empty(), stored(work, household, "bruno", "key"));
        assertEquals(Optional.empty(), stored(work, household, "anna", "other"));
        assertEquals(Optional.empty(), stored(work, neighbours, "anna", "key"));
        note(work, household, "anna", "key", secret);
        assertEquals(Optional.of(secret), stored(work, household, "anna", "key"));
        assertEquals(
                1,
                work.read(household, books -> books.revisions().current(household))
                        .number());
    }

    @Test
    default void oldRequestsAreForgotten() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        note(work, household, "anna", "old", CARRIED);
        note(work, household, "anna", "new", new StoredResponse("hash", NOON.plusSeconds(60), Optional.empty()));

        work.inOneTransaction(household, notes -> {
            notes.forgetBefore(household, NOON.plusSeconds(30));
            return "done";
        });

        assertEquals(Optional.empty(), stored(work, household, "anna", "old"));
        assertNotEquals(Optional.empty(), stored(work, household, "anna", "new"));
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
