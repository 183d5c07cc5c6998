package io.prorata.application.cache;

import io.prorata.application.port.CalculationCache;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Views;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.KeyPattern;
import io.prorata.application.view.Revision;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TimeToLive;
import io.prorata.application.view.ViewQuery;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The tiers of kept documents, one behind the other, and behind them the books. */
public final class TieredViewCache {

    private final Snapshots snapshots;
    private final List<Views> tiers;
    private final CalculationCache calculations;
    private final Renderer renderer;
    private final Features features;
    private final Clock clock;
    private final ViewUsage usage = new ViewUsage();
    private final HitCounters counters = new HitCounters();
    private final LongAdder warmed = new LongAdder();
    private final AtomicInteger peopleWaiting = new AtomicInteger();
    private final SingleFlight<Flight, Result> flights = new SingleFlight<>();

    public TieredViewCache(Snapshots snapshots, Tiers tiers, Renderer renderer, Features features, Clock clock) {
        this.snapshots = snapshots;
        this.tiers = tiers.nearestFirst();
        this.calculations = tiers.calculations();
        this.renderer = renderer;
        this.features = features;
        this.clock = clock;
    }

    /**
     * A document.
     *
     * @param revision of the household, of the same moment as the stamp
     */
    public record Result(Document document, Stamp stamp, Revision revision, CacheStatus origin) {

        /**
         * Returns it as shown to somebody who looked at {@code now}. Who shares a computation may have looked after it had read the books;
         * the document is right for them too, or they would have asked for another edition, but the household has come further since.
         */
        private Result shownAt(StampAtRevision now) {
            return now.revision().number() > revision.number()
                    ? new Result(document, stamp, now.revision(), origin)
                    : this;
        }
    }

    private record Flight(HouseholdId household, ViewQuery query, DocumentVersion version) {}

    /** Returns what is kept in memory as the edition that {@code now} asks for. */
    public Optional<Result> findAtOnce(HouseholdId household, ViewQuery query, StampAtRevision now) {
        return tiers.stream()
                .filter(tier -> tier.tier() == Tier.NEAR && isOn(tier))
                .findFirst()
                .flatMap(near -> near.find(household, query, version(now)))
                .map(document -> {
                    KeyPattern pattern = KeyPattern.of(query);
                    counters.asked(pattern, Tier.NEAR, true);
                    counters.read(pattern, true);
                    return new Result(document, now.stamp(), now.revision(), CacheStatus.NEAR);
                });
    }

    /** Returns the edition that {@code now} asks for, or a later one, for a person who waits for it. */
    public Result find(HouseholdId household, ViewQuery query, StampAtRevision now) {
        peopleWaiting.incrementAndGet();
        try {
            Optional<Result> kept = kept(household, query, now);
            counters.read(KeyPattern.of(query), kept.isPresent());
            return kept.orElseGet(() -> share(household, query, now).shownAt(now));
        } finally {
            peopleWaiting.decrementAndGet();
        }
    }

    /** Sees to it that the view as it is now is kept near by. Nobody waits for it. */
    void warm(HouseholdId household, ViewQuery query) {
        StampAtRevision now = snapshots.stampAtRevision(household, query.scopes());
        if (kept(household, query, now).isEmpty()) {
            share(household, query, now);
            warmed.increment();
        }
    }

    /** Computes past everything that is kept, and keeps nothing. */
    public Result compute(HouseholdId household, ViewQuery query) {
        return computed(household, query, CacheStatus.UNCACHED);
    }

    /** Notes that somebody has looked at a view and had it already. */
    public void unchanged(ViewQuery query) {
        counters.read(KeyPattern.of(query), true);
    }

    /** Drops what is kept of a household: of a month's views, or of all. */
    public List<Dropped> drop(HouseholdId household, Optional<YearMonth> month) {
        return tiers.stream()
                .map(tier -> new Dropped(tier.tier(), tier.drop(household, month)))
                .toList();
    }

    /** Drops all that is kept of a household that is gone, in every tier, and what is known of its habits. */
    public void forget(HouseholdId household) {
        drop(household, Optional.empty());
        calculations.drop(household);
        usage.forget(household);
    }

    /** How many documents a tier has dropped. */
    public record Dropped(Tier tier, long documents) {}

    ViewUsage usage() {
        return usage;
    }

    /** Returns whether somebody waits for a document: then nothing is computed that nobody has asked for. */
    boolean peopleWait() {
        return peopleWaiting.get() > 0;
    }

    /** Returns what the tiers have been asked, and how they are doing. */
    public TierReport report() {
        return TierReport.of(tiers, calculations.count(), counters, flights.shared(), warmed.sum(), features);
    }

    private Result share(HouseholdId household, ViewQuery query, StampAtRevision now) {
        return features.on(Feature.SINGLE_FLIGHT)
                ? flights.fly(new Flight(household, query, version(now)), () -> computedAndKept(household, query))
                : computedAndKept(household, query);
    }

    private Result computedAndKept(HouseholdId household, ViewQuery query) {
        Result result = computed(household, query, CacheStatus.COMPUTED);
        usage.changed(household, query);
        var version = new DocumentVersion(result.revision().epoch(), renderer.version(), result.stamp());
        Duration life = life(household, query);
        tiers.stream()
                .filter(this::isOn)
                .forEach(tier -> tier.keep(household, query, version, result.document(), life));
        return result;
    }

    private Result computed(HouseholdId household, ViewQuery query, CacheStatus origin) {
        // The snapshot has a stamp of its own: the books may have changed since somebody looked. The document must be
        // kept under the stamp of what it was computed from, or a later reader would be shown older figures as current.
        SnapshotRequest wanted =
                origin == CacheStatus.UNCACHED ? query.request().onlyFromRows() : query.request();
        Snapshot snapshot = snapshots.take(household, wanted);
        boolean keepsPlans = origin != CacheStatus.UNCACHED && features.on(Feature.KEPT_CALCULATIONS);
        Document document = renderer.render(query.answer(keepsPlans ? snapshot.calculatedBy(calculations) : snapshot));
        StampAtRevision taken = snapshot.stampAtRevision();
        return new Result(document, taken.stamp(), taken.revision(), origin);
    }

    /** Looks in one tier after the other; what a farther one has is kept in the nearer ones too. */
    private Optional<Result> kept(HouseholdId household, ViewQuery query, StampAtRevision now) {
        KeyPattern pattern = KeyPattern.of(query);
        DocumentVersion version = version(now);
        for (Views tier : tiers) {
            if (isOn(tier)) {
                Optional<Document> found = tier.find(household, query, version);
                counters.asked(pattern, tier.tier(), found.isPresent());
                if (found.isPresent()) {
                    keepNearer(tier, household, query, version, found.get());
                    return Optional.of(
                            new Result(found.get(), now.stamp(), now.revision(), CacheStatus.of(tier.tier())));
                }
            }
        }
        return Optional.empty();
    }

    private void keepNearer(
            Views than, HouseholdId household, ViewQuery query, DocumentVersion version, Document document) {
        Duration life = life(household, query);
        tiers.stream()
                .takeWhile(tier -> !tier.equals(than))
                .filter(this::isOn)
                .forEach(tier -> tier.keep(household, query, version, document, life));
    }

    private Duration life(HouseholdId household, ViewQuery query) {
        TimeToLive policy = KeyPattern.of(query).timeToLive();
        if (!features.on(Feature.ADAPTED_LIVES)) {
            return policy.usual();
        }
        ViewUsage.Use use = usage.of(household, query);
        return policy.of(use.reads(), use.changes(), query.month().isBefore(YearMonth.now(clock)));
    }

    private boolean isOn(Views tier) {
        return features.on(Feature.of(tier.tier()));
    }

    private DocumentVersion version(StampAtRevision now) {
        return new DocumentVersion(now.revision().epoch(), renderer.version(), now.stamp());
    }
}
