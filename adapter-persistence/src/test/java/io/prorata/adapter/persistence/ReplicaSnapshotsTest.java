package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.adapter.persistence.ledger.MonthTotalRepair;
import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import io.prorata.application.port.Snapshots;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replica that lags behind answers only what has not changed since. It is a copy of the database, which nothing reaches any more. */
class ReplicaSnapshotsTest {

    private final PostgresBooks books = new PostgresBooks();
    private final HouseholdId household = EveryKind.keep(books.work());
    private final String copy = PostgresServer.copy(books.name());
    private final PostgresDatabase replica = PostgresDatabase.replica(PostgresServer.address(copy));
    private final MonthTotalRepair repair = new MonthTotalRepair(books.database(), 1);
    private final ReplicaSnapshots snapshots = books.work().snapshots(repair, replica);
    private final Snapshots primary = books.work().snapshots();

    @AfterEach
    void close() {
        repair.close();
        replica.close();
        books.close();
    }

    @Test
    void itAnswersWhatHasNotChanged() {
        assertCurrent(MARCH);
        assertCurrent(APRIL);

        assertEquals(2, snapshots.answered());
    }

    @Test
    void whatHasChangedSinceIsReadFromThePrimary() {
        spend(10, MARCH);

        assertCurrent(MARCH);
        assertEquals(0, snapshots.answered());
        assertCurrent(APRIL);
        assertEquals(1, snapshots.answered(), "at the revision of the primary");
    }

    @Test
    void anotherHistoryIsNoneOfItsAnswers() {
        PostgresServer.execute(copy, "UPDATE book SET epoch = 'another'");
        try (PostgresDatabase restored = PostgresDatabase.replica(PostgresServer.address(copy))) {
            var other = books.work().snapshots(repair, restored);

            assertEquals(primary.take(household, request(MARCH)), other.take(household, request(MARCH)));
            assertEquals(0, other.answered());
        }
    }

    @Test
    void aReplicaThatIsAwayIsDoneWithout() {
        PostgresServer.drop(copy);

        for (int i = 0; i < 5; i++) {
            assertCurrent(MARCH);
        }
        assertEquals(0, snapshots.answered());
    }

    private void assertCurrent(YearMonth month) {
        assertEquals(primary.take(household, request(month)), snapshots.take(household, request(month)));
    }

    private static SnapshotRequest request(YearMonth month) {
        return SnapshotRequest.of(ViewScopes.ofMonth(month));
    }

    private void spend(long id, YearMonth month) {
        write(
                books.work(),
                household,
                new Change.TransactionRecorded(month),
                open -> open.ledger()
                        .add(
                                household,
                                OptionalLong.empty(),
                                List.of(row(id, month, -700, ExpenseType.VARIABLE, "Courses"))));
    }
}
