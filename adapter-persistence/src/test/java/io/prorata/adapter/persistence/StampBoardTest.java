package io.prorata.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.prorata.adapter.persistence.StampBoard.Publication;
import io.prorata.adapter.persistence.StampBoard.Standing;
import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StampBoardTest {

    private static final HouseholdId US = new HouseholdId(1);
    private static final HouseholdId NEIGHBOURS = new HouseholdId(2);
    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final Scope LEDGER = new Scope.Ledger(MARCH);
    private static final ViewScopes MONTH = ViewScopes.ofMonth(MARCH);

    private final StampBoard board = new StampBoard(100);

    private static Standing nobody() {
        return fail("the database was asked");
    }

    private static Standing standing(long revision) {
        return new Standing(revision(revision), Map.of(LEDGER, stamp(revision)));
    }

    private static Revision revision(long number) {
        return new Revision("e", number);
    }

    private static Stamp stamp(long revision) {
        return new Stamp(revision, revision * 100);
    }

    private static Publication write(long revision, Scope... stale) {
        return new Publication(US, revision(revision), Set.of(stale), stamp(revision));
    }

    @Test
    void theDatabaseIsAskedOnce() {
        assertEquals(new StampAtRevision(stamp(4), revision(4)), board.stampAtRevision(US, MONTH, () -> standing(4)));
        assertEquals(
                new StampAtRevision(stamp(4), revision(4)), board.stampAtRevision(US, MONTH, StampBoardTest::nobody));
        assertEquals(Optional.empty(), board.known(NEIGHBOURS, MONTH));
    }

    @Test
    void aWriteIsKnownWithoutAsking() {
        board.stampAtRevision(US, MONTH, () -> standing(4));
        board.publish(write(5, LEDGER));
        assertEquals(
                new StampAtRevision(stamp(5), revision(5)), board.stampAtRevision(US, MONTH, StampBoardTest::nobody));
        board.publish(write(6, new Scope.Imports()));
        assertEquals(
                new StampAtRevision(stamp(5), revision(6)),
                board.stampAtRevision(US, MONTH, StampBoardTest::nobody),
                "not a scope of this view");
    }

    /** Who reads the database may be overtaken by a write; then what they read is theirs alone. */
    @Test
    void whatWasReadBeforeAWriteIsNotTakenAfterIt() {
        StampAtRevision overtaken = board.stampAtRevision(US, MONTH, () -> {
            board.publish(write(5, LEDGER));
            return standing(4);
        });
        assertEquals(new StampAtRevision(stamp(4), revision(4)), overtaken, "it was so when they began");
        assertEquals(new StampAtRevision(stamp(5), revision(5)), board.stampAtRevision(US, MONTH, () -> standing(5)));
    }

    /** Who reads the database may see a write before it is published, and must not be told afterwards that it has not been. */
    @Test
    void whileAWriteIsBeingKeptMemorySaysNothing() {
        board.stampAtRevision(US, MONTH, () -> standing(4));
        board.begin(US);
        board.begin(US);
        assertEquals(Optional.empty(), board.known(US, MONTH));
        assertEquals(new StampAtRevision(stamp(4), revision(4)), board.stampAtRevision(US, MONTH, () -> standing(4)));
        assertEquals(
                new StampAtRevision(stamp(6), revision(6)),
                board.stampAtRevision(US, MONTH, () -> standing(6)),
                "kept by now");
        board.publish(write(5, LEDGER));
        assertEquals(Optional.empty(), board.known(US, MONTH), "the other is kept too");
        board.publish(write(6, LEDGER));
        assertEquals(
                new StampAtRevision(stamp(6), revision(6)), board.stampAtRevision(US, MONTH, StampBoardTest::nobody));

        board.begin(NEIGHBOURS);
        board.stampAtRevision(NEIGHBOURS, MONTH, () -> standing(7));
        board.forget(NEIGHBOURS);
        assertEquals(Optional.empty(), board.known(NEIGHBOURS, MONTH), "it was read while a write was being kept");
    }

    @Test
    void ofAWriteInDoubtTheDatabaseIsAskedAgain() {
        board.stampAtRevision(US, MONTH, () -> standing(4));
        board.forget(US);
        assertEquals(Optional.empty(), board.known(US, MONTH));
        assertEquals(new StampAtRevision(stamp(5), revision(5)), board.stampAtRevision(US, MONTH, () -> standing(5)));

        StampAtRevision before = board.stampAtRevision(NEIGHBOURS, MONTH, () -> {
            board.forget(NEIGHBOURS);
            return standing(7);
        });
        assertEquals(revision(7), before.revision());
        assertEquals(Optional.empty(), board.known(NEIGHBOURS, MONTH), "it was read before the doubt");
    }

    @Test
    void manyHouseholdsAreForgottenRatherThanKeptForEver() {
        for (long id = 1; id <= 1_000; id++) {
            board.stampAtRevision(new HouseholdId(id), MONTH, () -> standing(1));
        }
        long known = 0;
        for (long id = 1; id <= 1_000; id++) {
            known += board.known(new HouseholdId(id), MONTH).isPresent() ? 1 : 0;
        }
        assertEquals(true, known <= 100, known + " are known");
        assertEquals(
                new StampAtRevision(stamp(9), revision(9)),
                board.stampAtRevision(new HouseholdId(1), MONTH, () -> standing(9)));
    }
}
