package io.prorata.application.memory;

import io.prorata.application.port.CalculationCache;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps every plan that was ever reckoned. */
public final class InMemoryCalculations implements CalculationCache {

    private record Key(HouseholdId household, PlanBook book, YearMonth month) {}

    private final Map<Key, MonthPlan> kept = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();

    @Override
    public MonthPlan plan(HouseholdId household, PlanBook book, YearMonth month) {
        asked.incrementAndGet();
        return kept.computeIfAbsent(
                new Key(household, book, month), key -> key.book().at(key.month()));
    }

    @Override
    public void drop(HouseholdId household) {
        kept.keySet().removeIf(key -> key.household().equals(household));
    }

    @Override
    public CacheCounts count() {
        return new CacheCounts(asked.get() - kept.size(), kept.size(), kept.size());
    }
}
