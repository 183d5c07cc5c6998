package io.prorata.application.cache;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.dashboard.WaitingReader;
import io.prorata.application.freshness.PlainRenderer;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.memory.InMemoryCalculations;
import io.prorata.application.memory.InMemoryViews;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.Views;
import io.prorata.application.query.CategoryQuery;
import io.prorata.application.query.KeyPattern;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.query.SummaryQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.request.Access;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.KnownDocuments;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.Tier;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TieredViewCacheTest {

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final ViewQuery SLIM = new SlimSummaryQuery(MARCH);

    private final InMemoryBooks books = new InMemoryBooks(CLOCK, new SplittableRandom(1));
    private final Counted snapshots = new Counted(books);
    private final HouseholdId household = found(books);
    private final Access access = new Access(household, Tokens.TokenScope.READ, ANNA, Currency.getInstance("EUR"));
    private final InMemoryViews near = new InMemoryViews(Tier.NEAR);
    private final InMemoryViews far = new InMemoryViews(Tier.FAR);
    private final InMemoryViews table = new InMemoryViews(Tier.TABLE);
    private final Features features = new Features();
    private final TieredViewCache views = node(near, far, table);
    private final Warmer warmer = new Warmer(views, features, CLOCK);
    private final ShowDashboard showDashboard = new ShowDashboard(snapshots, views, warmer, features);
    private long nextRow;

    private TieredViewCache node(Views... tiers) {
        return new TieredViewCache(
                snapshots, new Tiers(List.of(tiers), new InMemoryCalculations()), new PlainRenderer(), features, CLOCK);
    }

    private CacheStatus shown(ViewQuery query) {
        return WaitingReader.show(showDashboard, access, query, true).origin();
    }

    /** Returns where the answer came from, if memory had it. */
    private Optional<CacheStatus> atOnce(KnownDocuments known) {
        return showDashboard.show(access, SLIM, true, known) instanceof ShowDashboard.ViewAnswer answer
                ? Optional.of(answer.origin())
                : Optional.empty();
    }

    private void spend(YearMonth month) {
        long id = ++nextRow;
        write(
                new NotifyingUnitOfWork(books, warmer),
                household,
                new Change.TransactionRecorded(month),
                all -> all.ledger()
                        .add(
                                household,
                                OptionalLong.empty(),
                                List.of(row(id, month, -100, ExpenseType.VARIABLE, "Market"))));
    }

    @Test
    void eachTierAnswersWhenTheNearerOnesHaveForgotten() {
        assertEquals(CacheStatus.COMPUTED, shown(SLIM));
        assertEquals(CacheStatus.NEAR, shown(SLIM));

        near.drop(household, Optional.empty());
        assertEquals(CacheStatus.FAR, shown(SLIM));
        assertEquals(CacheStatus.NEAR, shown(SLIM), "what a farther tier had is near now");

        near.drop(household, Optional.empty());
        far.drop(household, Optional.empty());
        assertEquals(CacheStatus.TABLE, shown(SLIM));
        assertEquals(1, far.state().entries(), "and far too");

        assertEquals(1, snapshots.taken.get(), "computed once in all");
    }

    @Test
    void whateverTierAnswersTheBytesAreTheSame() {
        spend(MARCH);
        var computed = WaitingReader.show(showDashboard, access, SLIM, false);
        for (int tier = 0; tier < 4; tier++) {
            assertEquals(
                    computed.document(),
                    WaitingReader.show(showDashboard, access, SLIM, true).document());
            (tier == 1 ? near : far).drop(household, Optional.empty());
        }
        assertEquals(CacheStatus.UNCACHED, computed.origin());
    }

    @Test
    void aChangeIsSeenAtOnceAndOtherMonthsStayKept() {
        // Rows of March may be matched with rows of April, not with those of May.
        var may = new SlimSummaryQuery(APRIL.plusMonths(1));
        shown(SLIM);
        shown(may);
        spend(MARCH);
        assertEquals(CacheStatus.COMPUTED, shown(SLIM));
        assertEquals(CacheStatus.NEAR, shown(may));
    }

    @Test
    void aTierThatIsSwitchedOffIsNeitherAskedNorFilled() {
        features.turn(Feature.FAR_TIER, false);
        shown(SLIM);
        assertEquals(0, far.state().entries());
        features.turn(Feature.NEAR_TIER, false);
        assertEquals(CacheStatus.TABLE, shown(SLIM));
        features.turn(Feature.TABLE_TIER, false);
        assertEquals(CacheStatus.COMPUTED, shown(SLIM));
        features.turn(Feature.NEAR_TIER, true);
        assertEquals(CacheStatus.NEAR, shown(SLIM));
    }

    @Test
    void whatIsInMemoryIsAnsweredAtOnceAndNothingElse() {
        assertEquals(Optional.empty(), atOnce(KnownDocuments.NONE));
        shown(SLIM);
        assertEquals(Optional.of(CacheStatus.NEAR), atOnce(KnownDocuments.NONE));
        assertEquals(Optional.of(CacheStatus.UNCHANGED), atOnce(KnownDocuments.ANY));
        spend(MARCH);
        assertEquals(Optional.empty(), atOnce(KnownDocuments.NONE));
        shown(SLIM);
        features.turn(Feature.ANSWER_AT_ONCE, false);
        assertEquals(Optional.empty(), atOnce(KnownDocuments.NONE));
    }

    @Test
    void theAskersDocumentIsKnownByItsTagWhileItIsCurrent() {
        var shown = WaitingReader.show(showDashboard, access, SLIM, true);
        KnownDocuments known = KnownDocuments.of(Set.of("another", shown.tag()));
        assertEquals(Optional.of(CacheStatus.UNCHANGED), atOnce(known));
        assertEquals(Optional.of(CacheStatus.NEAR), atOnce(KnownDocuments.of(Set.of("another"))));
        spend(MARCH);
        var after = WaitingReader.show(showDashboard, access, SLIM, true, known);
        assertEquals(CacheStatus.COMPUTED, after.origin());
        assertFalse(known.tags().contains(after.tag()));
    }

    @Test
    void memoryIsAskedOnceForAViewThatItLacks() {
        shown(SLIM);
        near.drop(household, Optional.empty());
        shown(SLIM);
        var summaries = views.report().patterns().stream()
                .filter(counted -> counted.pattern() == KeyPattern.SUMMARY)
                .findFirst()
                .orElseThrow();
        assertEquals(2, near.asked());
        assertEquals(new TierReport.InTier(Tier.NEAR, 0, 2), summaries.tiers().getFirst());
    }

    /** All wait until the first is in the middle of computing; so there is one computation, or the test hangs. */
    @Test
    void whoAsksForTheSameAtTheSameTimeSharesOneComputation() throws InterruptedException, ExecutionException {
        var computing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        snapshots.before = () -> {
            computing.countDown();
            await(goOn);
        };
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = people.submit(() -> shown(SLIM));
            computing.await();
            var others = IntStream.range(0, 20)
                    .mapToObj(i -> people.submit(() -> shown(SLIM)))
                    .toList();
            while (views.report().shared() < 20) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            assertEquals(CacheStatus.COMPUTED, first.get());
            for (var other : others) {
                assertEquals(CacheStatus.COMPUTED, other.get());
            }
        }
        assertEquals(1, snapshots.taken.get());
    }

    @Test
    void whoSharesARefusalIsRefusedAndTheNextOneTriesAnew() {
        var unknown = new CategoryQuery(MARCH, ExpenseType.VARIABLE, new CategoryChoice.Named("Market"));
        assertThrows(RefusedException.class, () -> shown(unknown));
        spend(MARCH);
        assertEquals(CacheStatus.COMPUTED, shown(unknown));
    }

    /** The books change between the look at the stamp and the snapshot: what is computed is newer, and kept as that. */
    @Test
    void whatIsComputedIsKeptAsTheEditionItIs() {
        snapshots.before = () -> {
            snapshots.before = () -> {};
            spend(MARCH);
        };
        StampAtRevision before = books.stampAtRevision(household, SLIM.scopes());
        var answer = WaitingReader.show(showDashboard, access, SLIM, true);
        assertTrue(answer.stamp().revision() > before.stamp().revision());
        assertEquals(CacheStatus.NEAR, shown(SLIM), "under the stamp that holds now");
        assertEquals(
                Optional.empty(),
                near.find(
                        household,
                        SLIM,
                        new DocumentVersion(before.revision().epoch(), new PlainRenderer().version(), before.stamp())));
    }

    @Test
    void readsAreCountedByPatternAndTier() {
        shown(SLIM);
        shown(SLIM);
        shown(new SummaryQuery(MARCH));
        showDashboard.show(access, SLIM, true, KnownDocuments.ANY);
        var summaries = views.report().patterns().stream()
                .filter(counted -> counted.pattern() == KeyPattern.SUMMARY)
                .findFirst()
                .orElseThrow();
        assertEquals(2, summaries.hits());
        assertEquals(2, summaries.misses());
        assertEquals(new TierReport.InTier(Tier.NEAR, 1, 2), summaries.tiers().getFirst());
        assertEquals(new TierReport.InTier(Tier.TABLE, 0, 2), summaries.tiers().getLast());
    }

    @Test
    void droppingCostsNothingButTime() {
        shown(SLIM);
        shown(new SlimSummaryQuery(APRIL));
        assertEquals(
                List.of(1L, 1L, 1L),
                views.drop(household, Optional.of(MARCH)).stream()
                        .map(TieredViewCache.Dropped::documents)
                        .toList());
        assertEquals(CacheStatus.NEAR, shown(new SlimSummaryQuery(APRIL)));
        assertEquals(CacheStatus.COMPUTED, shown(SLIM));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts computations, and lets something happen before each. */
    private static final class Counted implements Snapshots {

        private final Snapshots books;
        private final AtomicInteger taken = new AtomicInteger();
        private volatile Runnable before = () -> {};

        Counted(Snapshots books) {
            this.books = books;
        }

        @Override
        public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
            return books.knownStampAtRevision(household, scopes);
        }

        @Override
        public List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes) {
            return books.stampsAtRevision(household, scopes);
        }

        @Override
        public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
            taken.incrementAndGet();
            before.run();
            return books.take(household, wanted);
        }
    }
}
