package io.prorata.bootstrap.stack;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.prorata.application.cache.Tiers;
import io.prorata.application.port.CalculationCache;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.StoreWatch;
import io.prorata.application.port.Views;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.query.ViewQuery.View;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TierState;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Notes the stack of every SQL statement, rendering and call of a cache. */
public final class StackRecorder {

    private static final String ROOT = "io.prorata";

    /** Whoever records now; a listener of beans cannot be told otherwise. */
    private static volatile @Nullable StackRecorder recording;

    private final Map<String, Set<String>> stacks = new ConcurrentHashMap<>();
    private final Set<RingStack> seen = ConcurrentHashMap.newKeySet();

    public StackRecorder() {
        recording = this;
    }

    private void note(String what) {
        RingStack stack = RingStack.current(ROOT);
        seen.add(stack);
        stacks.computeIfAbsent(what, first -> ConcurrentHashMap.newKeySet()).add(stack.toString());
    }

    /** Returns the stacks that were noted of {@code what} since they were last taken. */
    public Map<String, Set<String>> take() {
        Map<String, Set<String>> taken = Map.copyOf(stacks);
        stacks.clear();
        return taken;
    }

    /** Returns what is wrong with the stacks noted since they were last asked for, each with the stack. */
    public Set<String> faults() {
        Set<String> faults = new TreeSet<>();
        for (RingStack stack : seen) {
            stack.fault().ifPresent(fault -> faults.add(fault + ": " + stack));
        }
        seen.clear();
        return faults;
    }

    /** Returns a watch that notes statements, in place of {@code watch}. */
    public StoreWatch statements(StoreWatch watch) {
        return (work, nanos) -> {
            if (work == StoreWatch.Work.STATEMENT) {
                note("statement");
            }
            watch.took(work, nanos);
        };
    }

    /** Returns {@code tiers}, with their calls noted. */
    public Tiers caches(Tiers tiers) {
        return new Tiers(tiers.nearestFirst().stream().map(this::noted).toList(), noted(tiers.calculations()));
    }

    private Views noted(Views tier) {
        return new Views() {
            @Override
            public Tier tier() {
                return tier.tier();
            }

            @Override
            public Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion version) {
                note("cache " + tier.tier());
                return tier.find(household, query, version);
            }

            @Override
            public void keep(
                    HouseholdId household,
                    ViewQuery query,
                    DocumentVersion version,
                    Document document,
                    Duration timeToLive) {
                note("cache " + tier.tier());
                tier.keep(household, query, version, document, timeToLive);
            }

            @Override
            public long drop(HouseholdId household, Optional<YearMonth> month) {
                note("cache " + tier.tier());
                return tier.drop(household, month);
            }

            @Override
            public TierState state() {
                return tier.state();
            }
        };
    }

    private CalculationCache noted(CalculationCache calculations) {
        return new CalculationCache() {
            @Override
            public MonthPlan plan(HouseholdId household, PlanBook book, YearMonth month) {
                note("cache of calculations");
                return calculations.plan(household, book, month);
            }

            @Override
            public CacheCounts count() {
                return calculations.count();
            }

            @Override
            public void drop(HouseholdId household) {
                note("cache of calculations");
                calculations.drop(household);
            }
        };
    }

    /** Puts itself before the renderer of every server that is started in these tests. */
    @Singleton
    static final class BeforeTheRenderer implements BeanCreatedEventListener<Renderer> {

        @Override
        public Renderer onCreated(BeanCreatedEvent<Renderer> event) {
            Renderer renderer = event.getBean();
            return new Renderer() {
                @Override
                public long version() {
                    return renderer.version();
                }

                @Override
                public Document render(View view) {
                    StackRecorder recorder = recording;
                    if (recorder != null) {
                        recorder.note("rendering");
                    }
                    return renderer.render(view);
                }
            };
        }
    }
}
