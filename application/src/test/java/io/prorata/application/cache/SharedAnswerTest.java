package io.prorata.application.cache;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.freshness.PlainRenderer;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.memory.InMemoryCalculations;
import io.prorata.application.memory.InMemoryViews;
import io.prorata.application.port.Snapshots;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.Tier;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Who shares a computation is told the revision that they asked at, not the older one that it was made of. */
class SharedAnswerTest {

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final ViewQuery SLIM = new SlimSummaryQuery(MARCH);

    private final InMemoryBooks books = new InMemoryBooks(CLOCK, new SplittableRandom(1));
    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    /** Takes its time after it has taken a snapshot. */
    private final class Slow implements Snapshots {

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
            Snapshot snapshot = books.take(household, wanted);
            taken.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return snapshot;
        }
    }

    private static TieredViewCache.Result read(TieredViewCache views, HouseholdId household, StampAtRevision now) {
        return switch (views.look(household, SLIM, now)) {
            case TieredViewCache.Result result -> result;
            case TieredViewCache.Missing missing -> views.find(missing);
        };
    }

    @Test
    void namesTheRevisionOfWhoAsks() throws InterruptedException {
        HouseholdId household = found(books);
        var views = new TieredViewCache(
                new Slow(),
                new Tiers(List.of(new InMemoryViews(Tier.NEAR)), new InMemoryCalculations()),
                new PlainRenderer(),
                new Features(),
                CLOCK);
        StampAtRevision before = books.stampAtRevision(household, SLIM.scopes());
        var first = CompletableFuture.supplyAsync(() -> read(views, household, before), Thread::startVirtualThread);
        taken.await();
        write(books, household, new Change.AccessChanged(), all -> {});
        StampAtRevision after = books.stampAtRevision(household, SLIM.scopes());
        assertEquals(before.stamp(), after.stamp(), "nothing of the view has changed");
        var second = CompletableFuture.supplyAsync(() -> read(views, household, after), Thread::startVirtualThread);
        while (views.report().shared() == 0) {
            Thread.onSpinWait();
        }
        go.countDown();

        assertEquals(before.revision(), first.join().revision());
        assertEquals(after.revision(), second.join().revision());
        assertEquals(first.join().document(), second.join().document());
    }
}
