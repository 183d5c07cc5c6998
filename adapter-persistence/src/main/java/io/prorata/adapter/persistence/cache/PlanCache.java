package io.prorata.adapter.persistence.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import java.util.function.Supplier;

/**
 * Plan books in memory, each under the stamp of its household's whole plan and catalogue: plans change seldom, and dashboards are read
 * often. The nonce of the stamp makes an entry valid on any number of nodes and in any history.
 */
public final class PlanCache {

    private static final int ENTRY_BYTES = 300;

    private final Cache<HouseholdId, CacheEntry> kept;

    private record CacheEntry(Stamp stamp, PlanBook book) {}

    /** @param mostBytes the approximate limit; the books used least are evicted first */
    public PlanCache(long mostBytes) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((HouseholdId household, CacheEntry kept) -> bytes(kept.book()))
                .build();
    }

    /** Returns the book of {@code stamp}; {@code database} reads it if it is not cached. */
    public PlanBook get(HouseholdId household, Stamp stamp, Supplier<PlanBook> database) {
        CacheEntry before = kept.getIfPresent(household);
        if (before != null && before.stamp().equals(stamp)) {
            return before.book();
        }
        PlanBook read = database.get();
        kept.put(household, new CacheEntry(stamp, read));
        return read;
    }

    /** Removes a household's book. */
    public void forget(HouseholdId household) {
        kept.invalidate(household);
    }

    private static int bytes(PlanBook book) {
        int entries = 1
                + book.configs().entries().size() * 3
                + book.fixed().stream()
                        .mapToInt(bill -> 1 + bill.terms().entries().size())
                        .sum()
                + book.provisions().stream()
                        .mapToInt(provision -> 1
                                + provision.terms().entries().size()
                                + provision.movements().size())
                        .sum();
        return ENTRY_BYTES * entries;
    }
}
