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
import io.prorata.application.view.ViewQuery;
import io.prorata.domain.freshness.TimeToLive;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** The tiers of kept documents, one behind the other, and behind them the books. */
public final class TieredViewCache {

    private final Snapshots snapshots;
    private final List<Views> tiers;
    private final Optional<Views> near;
    private final List<Views> farther;
    private final CalculationCache calculations;
    private final Renderer renderer;
    private final Features features;
    private final Clock clock;
    private final ViewUsage usage = new ViewUsage();
    private final HitCounters counters = new HitCounters();
    private final LongAdder warmed = new LongAdder();
    private final AtomicInteger peopleWaiting = new AtomicInteger();
    private final SingleFlight<Computation, Result> flights = new SingleFlight<>();

    public TieredViewCache(Snapshots snapshots, Tiers tiers, Renderer renderer, Features features, Clock clock) {
        this.snapshots = snapshots;
        this.tiers = tiers.nearestFirst();
        this.near = this.tiers.stream().filter(tier -> tier.tier() == Tier.NEAR).findFirst();
        this.farther =
                this.tiers.stream().filter(tier -> tier.tier() != Tier.NEAR).toList();
        this.calculations = tiers.calculations();
        this.renderer = renderer;
        this.features = features;
        this.clock = clock;
    }

    /** What came of a look into memory: the document, or what the rest of the search needs. */
    public sealed interface Lookup permits Result, Missing {}

    /**
     * A document.
     *
     * @param version of which it is
     * @param revision of the household, of the same moment as the version's stamp
     */
    public record Result(Document document, DocumentVersion version, Revision revision, CacheStatus origin)
            implements Lookup {

        /**
         * Returns it as shown to somebody who looked at {@code now}. Who shares a computation may have looked after it had read the books;
         * the document is right for them too, or they would have asked for another edition, but the household has come further since.
         */
        private Result shownAt(StampAtRevision now) {
            return now.revision().number() > revision.number()
                    ? new Result(document, version, now.revision(), origin)
                    : this;
        }
    }

    /** A document that is not in memory: {@link #find} looks further. */
    public static final class Missing implements Lookup {

        private final Computation wanted;
        private final StampAtRevision now;
        private final Optional<SingleFlight.Flight<Computation, Result>> flight;

        private Missing(
                Computation wanted, StampAtRevision now, Optional<SingleFlight.Flight<Computation, Result>> flight) {
            this.wanted = wanted;
            this.now = now;
            this.flight = flight;
        }
    }

    private record Computation(HouseholdId household, ViewQuery query, DocumentVersion version) {}

    /** Returns the edition of a view that {@code now} asks for. */
    public DocumentVersion version(StampAtRevision now) {
        return new DocumentVersion(now.revision().epoch(), renderer.version(), now.stamp());
    }

    /** Looks for the edition that {@code now} asks for in memory, for a person, without waiting for anything. */
    public Lookup look(HouseholdId household, ViewQuery query, StampAtRevision now) {
        Lookup found = inMemory(household, query, now);
        if (found instanceof Result) {
            counters.read(KeyPattern.of(query), true);
        }
        return found;
    }

    /** Returns the edition that was asked for, or a later one, for a person who waits for it. */
    public Result find(Missing missing) {
        peopleWaiting.incrementAndGet();
        try {
            Optional<Result> kept = farther(missing);
            counters.read(KeyPattern.of(missing.wanted.query()), kept.isPresent());
            return kept.orElseGet(() -> share(missing).shownAt(missing.now));
        } finally {
            peopleWaiting.decrementAndGet();
        }
    }

    /** Sees to it that the view as it is now is kept near by. Nobody waits for it. */
    void warm(HouseholdId household, ViewQuery query) {
        if (inMemory(household, query, snapshots.stampAtRevision(household, query.scopes())) instanceof Missing missing
                && farther(missing).isEmpty()) {
            share(missing);
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

    private Lookup inMemory(HouseholdId household, ViewQuery query, StampAtRevision now) {
        var wanted = new Computation(household, query, version(now));
        Optional<Document> found = near.filter(this::isOn).flatMap(tier -> asked(tier, wanted));
        return found.isPresent()
                ? new Result(found.get(), wanted.version(), now.revision(), CacheStatus.NEAR)
                // Whoever looks now shares what is computed for this look, even if it is done before they come to wait.
                : new Missing(
                        wanted,
                        now,
                        features.on(Feature.SINGLE_FLIGHT) ? Optional.of(flights.join(wanted)) : Optional.empty());
    }

    /** Looks in one tier after the other; what a farther one has is kept in the nearer ones too. */
    private Optional<Result> farther(Missing missing) {
        for (Views tier : farther) {
            if (isOn(tier)) {
                Optional<Document> found = asked(tier, missing.wanted);
                if (found.isPresent()) {
                    keep(missing.wanted, found.get(), tiers.stream().takeWhile(nearer -> !nearer.equals(tier)));
                    return Optional.of(new Result(
                            found.get(),
                            missing.wanted.version(),
                            missing.now.revision(),
                            CacheStatus.of(tier.tier())));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Document> asked(Views tier, Computation wanted) {
        Optional<Document> found = tier.find(wanted.household(), wanted.query(), wanted.version());
        counters.asked(KeyPattern.of(wanted.query()), tier.tier(), found.isPresent());
        return found;
    }

    private Result share(Missing missing) {
        return missing.flight
                .map(flight -> flights.land(flight, () -> computedAndKept(missing.wanted)))
                .orElseGet(() -> computedAndKept(missing.wanted));
    }

    private Result computedAndKept(Computation wanted) {
        Result result = computed(wanted.household(), wanted.query(), CacheStatus.COMPUTED);
        usage.changed(wanted.household(), wanted.query());
        keep(new Computation(wanted.household(), wanted.query(), result.version()), result.document(), tiers.stream());
        return result;
    }

    private Result computed(HouseholdId household, ViewQuery query, CacheStatus origin) {
        // The snapshot has a stamp of its own: the books may have changed since somebody looked. The document must be
        // kept under the stamp of what it was computed from, or a later reader would be shown older figures as current.
        Snapshot snapshot = snapshots.take(household, request(query, origin));
        boolean keepsPlans = origin != CacheStatus.UNCACHED && features.on(Feature.KEPT_CALCULATIONS);
        Document document = renderer.render(query.answer(keepsPlans ? snapshot.calculatedBy(calculations) : snapshot));
        StampAtRevision taken = snapshot.stampAtRevision();
        return new Result(document, version(taken), taken.revision(), origin);
    }

    private SnapshotRequest request(ViewQuery query, CacheStatus origin) {
        if (origin == CacheStatus.UNCACHED) {
            return query.request().onlyFromRows();
        }
        return features.on(Feature.KEPT_MONTHS)
                ? query.request()
                : query.request().withoutMonthTotals();
    }

    private void keep(Computation wanted, Document document, Stream<Views> in) {
        Duration life = life(wanted.household(), wanted.query());
        in.filter(this::isOn)
                .forEach(tier -> tier.keep(wanted.household(), wanted.query(), wanted.version(), document, life));
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
}
