package io.prorata.application.cache;

import io.prorata.application.port.CalculationCache;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Views;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.Revision;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TimeToLive;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** The tiers of stored documents in order, and after them the books. */
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

    /** The result of a lookup in memory: the document, or the state for the rest of the search. */
    public sealed interface Lookup permits Result, Missing {}

    /**
     * A document.
     *
     * @param version of the document
     * @param revision of the household, of the same moment as the version's stamp
     */
    public record Result(Document document, DocumentVersion version, Revision revision, CacheStatus origin)
            implements Lookup {

        /**
         * Returns the result for a request that looked at {@code now}. A request that shares a computation may have looked after it read
         * the books. The document is valid for it too, because it has the requested version, but the household's revision may be later.
         */
        private Result shownAt(StampAtRevision now) {
            return now.revision().number() > revision.number()
                    ? new Result(document, version, now.revision(), origin)
                    : this;
        }
    }

    /** A document that is not in memory: {@link #find} searches further. */
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

    /** Returns the version of a view at {@code now}. */
    public DocumentVersion version(StampAtRevision now) {
        return new DocumentVersion(now.revision().epoch(), renderer.version(), now.stamp());
    }

    /** Looks the version at {@code now} up in memory, for a client, without waiting. */
    public Lookup look(HouseholdId household, ViewQuery query, StampAtRevision now) {
        Lookup found = inMemory(household, query, now);
        if (found instanceof Result) {
            counters.read(query.viewType().pattern(), true);
        }
        return found;
    }

    /** Returns the requested version, or a later one, for a client that waits. */
    public Result find(Missing missing) {
        peopleWaiting.incrementAndGet();
        try {
            Optional<Result> kept = farther(missing);
            counters.read(missing.wanted.query().viewType().pattern(), kept.isPresent());
            return kept.orElseGet(() -> share(missing).shownAt(missing.now));
        } finally {
            peopleWaiting.decrementAndGet();
        }
    }

    /** Stores the current view in the near tier, in the background. */
    void warm(HouseholdId household, ViewQuery query) {
        if (inMemory(household, query, snapshots.stampAtRevision(household, query.scopes())) instanceof Missing missing
                && farther(missing).isEmpty()) {
            share(missing);
            warmed.increment();
        }
    }

    /** Computes without caches, and stores nothing. */
    public Result compute(HouseholdId household, ViewQuery query) {
        return computed(household, query, CacheStatus.UNCACHED);
    }

    /** Records a read of a client that had the document already. */
    public void unchanged(ViewQuery query) {
        counters.read(query.viewType().pattern(), true);
    }

    /** Removes the stored documents of a household: of a month's views, or of all. */
    public List<Dropped> drop(HouseholdId household, Optional<YearMonth> month) {
        return tiers.stream()
                .map(tier -> new Dropped(tier.tier(), tier.drop(household, month)))
                .toList();
    }

    /** Removes all data of a deleted household from every tier, and its usage statistics. */
    public void forget(HouseholdId household) {
        drop(household, Optional.empty());
        calculations.drop(household);
        usage.forget(household);
    }

    /** The number of documents that a tier has removed. */
    public record Dropped(Tier tier, long documents) {}

    ViewUsage usage() {
        return usage;
    }

    /** Returns whether a client waits for a document: then nothing is warmed. */
    boolean peopleWait() {
        return peopleWaiting.get() > 0;
    }

    /** Returns statistics and state of the tiers. */
    public TierReport report() {
        return TierReport.of(tiers, calculations.count(), counters, flights.shared(), warmed.sum(), features);
    }

    private Lookup inMemory(HouseholdId household, ViewQuery query, StampAtRevision now) {
        var wanted = new Computation(household, query, version(now));
        Optional<Document> found = near.filter(this::isOn).flatMap(tier -> asked(tier, wanted));
        return found.isPresent()
                ? new Result(found.get(), wanted.version(), now.revision(), CacheStatus.NEAR)
                // A request that looks now shares this computation, even if it is done before it waits.
                : new Missing(
                        wanted,
                        now,
                        features.on(Feature.SINGLE_FLIGHT) ? Optional.of(flights.join(wanted)) : Optional.empty());
    }

    /** Searches one tier after the other; a document of a farther tier is stored in the nearer ones too. */
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
        counters.asked(wanted.query().viewType().pattern(), tier.tier(), found.isPresent());
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
        // The snapshot has its own stamp: the books may have changed since the lookup. The document must be stored
        // under the stamp of its
        // snapshot; otherwise a later reader would see older figures as current.
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
        TimeToLive policy = query.viewType().pattern().timeToLive();
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
