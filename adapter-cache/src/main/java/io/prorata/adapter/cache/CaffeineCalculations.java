package io.prorata.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.prorata.application.port.CalculationCache;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;

/** Plans of months in memory, each under all its inputs. */
public final class CaffeineCalculations implements CalculationCache {

    /** An upper estimate of the bytes of one line of a plan, with its shares and inputs. */
    private static final int LINE_BYTES = 1_024;

    private final Cache<Key, MonthPlan> kept;

    /** The whole of the plan and the month: equal keys have equal plans. */
    private record Key(HouseholdId household, PlanBook book, YearMonth month) {}

    /** @param mostBytes the approximate limit of all plans */
    public CaffeineCalculations(long mostBytes) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Key key, MonthPlan plan) -> LINE_BYTES
                        * (1
                                + key.book().provisions().size()
                                + key.book().fixed().size()))
                .recordStats()
                .build();
    }

    @Override
    public MonthPlan plan(HouseholdId household, PlanBook book, YearMonth month) {
        return kept.get(new Key(household, book, month), key -> key.book().at(key.month()));
    }

    @Override
    public void drop(HouseholdId household) {
        kept.asMap().keySet().removeIf(key -> key.household().equals(household));
    }

    @Override
    public CacheCounts count() {
        kept.cleanUp();
        return new CacheCounts(kept.stats().hitCount(), kept.stats().missCount(), kept.estimatedSize());
    }
}
