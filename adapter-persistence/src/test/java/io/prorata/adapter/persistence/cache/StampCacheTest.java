package io.prorata.adapter.persistence.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.prorata.adapter.persistence.cache.StampCache.CommittedWrite;
import io.prorata.adapter.persistence.cache.StampCache.HouseholdStamps;
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

class StampCacheTest {

    private static final HouseholdId US = new HouseholdId(1);
    private static final HouseholdId NEIGHBOURS = new HouseholdId(2);
    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final Scope LEDGER = new Scope.Ledger(MARCH);
    private static final ViewScopes MONTH = ViewScopes.ofMonth(MARCH);

    private final StampCache cache = new StampCache(100);

    private static HouseholdStamps nobody() {
        return fail("the database was asked");
    }

    private static HouseholdStamps stamps(long revision) {
        return new HouseholdStamps(revision(revision), Map.of(LEDGER, stamp(revision)));
    }

    private static Revision revision(long number) {
        return new Revision("e", number);
    }

    private static Stamp stamp(long revision) {
        return new Stamp(revision, revision * 100);
    }

    private static CommittedWrite write(long revision, Scope... stale) {
        return new CommittedWrite(US, revision(revision), Set.of(stale), stamp(revision));
    }

    @Test
    void theDatabaseIsAskedOnce() {
        assertEquals(new StampAtRevision(stamp(4), revision(4)), cache.stampAtRevision(US, MONTH, () -> stamps(4)));
        assertEquals(
                new StampAtRevision(stamp(4), revision(4)), cache.stampAtRevision(US, MONTH, StampCacheTest::nobody));
        assertEquals(Optional.empty(), cache.known(NEIGHBOURS, MONTH));
    }

    @Test
    void aWriteIsKnownWithoutAsking() {
        cache.stampAtRevision(US, MONTH, () -> stamps(4));
        cache.publish(write(5, LEDGER));
        assertEquals(
                new StampAtRevision(stamp(5), revision(5)), cache.stampAtRevision(US, MONTH, StampCacheTest::nobody));
        cache.publish(write(6, new Scope.Imports()));
        assertEquals(
                new StampAtRevision(stamp(5), revision(6)),
                cache.stampAtRevision(US, MONTH, StampCacheTest::nobody),
                "not a scope of this view");
    }

    /** Who reads the database may be overtaken by a write; then what they read is theirs alone. */
    @Test
    void whatWasReadBeforeAWriteIsNotTakenAfterIt() {
        StampAtRevision overtaken = cache.stampAtRevision(US, MONTH, () -> {
            cache.publish(write(5, LEDGER));
            return stamps(4);
        });
        assertEquals(new StampAtRevision(stamp(4), revision(4)), overtaken, "it was so when they began");
        assertEquals(new StampAtRevision(stamp(5), revision(5)), cache.stampAtRevision(US, MONTH, () -> stamps(5)));
    }

    /** Who reads the database may see a write before it is published, and must not be told afterwards that it has not been. */
    @Test
    void whileAWriteIsBeingKeptMemorySaysNothing() {
        cache.stampAtRevision(US, MONTH, () -> stamps(4));
        cache.begin(US);
        cache.begin(US);
        assertEquals(Optional.empty(), cache.known(US, MONTH));
        assertEquals(new StampAtRevision(stamp(4), revision(4)), cache.stampAtRevision(US, MONTH, () -> stamps(4)));
        assertEquals(
                new StampAtRevision(stamp(6), revision(6)),
                cache.stampAtRevision(US, MONTH, () -> stamps(6)),
                "kept by now");
        cache.publish(write(5, LEDGER));
        assertEquals(Optional.empty(), cache.known(US, MONTH), "the other is kept too");
        cache.publish(write(6, LEDGER));
        assertEquals(
                new StampAtRevision(stamp(6), revision(6)), cache.stampAtRevision(US, MONTH, StampCacheTest::nobody));

        cache.begin(NEIGHBOURS);
        cache.stampAtRevision(NEIGHBOURS, MONTH, () -> stamps(7));
        cache.forget(NEIGHBOURS);
        assertEquals(Optional.empty(), cache.known(NEIGHBOURS, MONTH), "it was read while a write was being kept");
    }

    @Test
    void ofAWriteInDoubtTheDatabaseIsAskedAgain() {
        cache.stampAtRevision(US, MONTH, () -> stamps(4));
        cache.forget(US);
        assertEquals(Optional.empty(), cache.known(US, MONTH));
        assertEquals(new StampAtRevision(stamp(5), revision(5)), cache.stampAtRevision(US, MONTH, () -> stamps(5)));

        StampAtRevision before = cache.stampAtRevision(NEIGHBOURS, MONTH, () -> {
            cache.forget(NEIGHBOURS);
            return stamps(7);
        });
        assertEquals(revision(7), before.revision());
        assertEquals(Optional.empty(), cache.known(NEIGHBOURS, MONTH), "it was read before the doubt");
    }

    @Test
    void manyHouseholdsAreForgottenRatherThanKeptForEver() {
        for (long id = 1; id <= 1_000; id++) {
            cache.stampAtRevision(new HouseholdId(id), MONTH, () -> stamps(1));
        }
        long known = 0;
        for (long id = 1; id <= 1_000; id++) {
            known += cache.known(new HouseholdId(id), MONTH).isPresent() ? 1 : 0;
        }
        assertEquals(true, known <= 100, known + " are known");
        assertEquals(
                new StampAtRevision(stamp(9), revision(9)),
                cache.stampAtRevision(new HouseholdId(1), MONTH, () -> stamps(9)));
    }
}
