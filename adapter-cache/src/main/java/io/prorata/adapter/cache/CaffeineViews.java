package io.prorata.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.prorata.application.port.Views;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TierState;
import io.prorata.domain.household.HouseholdId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;

/** The near tier: documents in memory, one for each query, limited in bytes. */
public final class CaffeineViews implements Views {

    /** An upper estimate of the bytes of an entry without its document: key, version and Caffeine's own objects. */
    private static final int ENTRY_BYTES = 512;

    private record Key(HouseholdId household, ViewQuery query) {}

    private record CacheEntry(DocumentVersion version, Document document, Duration timeToLive) {}

    private final long mostBytes;
    private final Cache<Key, CacheEntry> kept;

    /** @param mostBytes the limit; the entries that are read least are evicted first */
    public CaffeineViews(long mostBytes) {
        this.mostBytes = mostBytes;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Key key, CacheEntry value) -> value.document().mostBytes() + ENTRY_BYTES)
                .expireAfter(Expiry.<Key, CacheEntry>writing((key, value) -> value.timeToLive()))
                .recordStats()
                .build();
    }

    @Override
    public Tier tier() {
        return Tier.NEAR;
    }

    @Override
    public Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion version) {
        CacheEntry found = kept.getIfPresent(new Key(household, query));
        return found != null && found.version().equals(version) ? Optional.of(found.document()) : Optional.empty();
    }

    /** Replaces an earlier version, which will not be requested again. */
    @Override
    public void keep(
            HouseholdId household, ViewQuery query, DocumentVersion version, Document document, Duration timeToLive) {
        kept.put(new Key(household, query), new CacheEntry(version, document, timeToLive));
    }

    @Override
    public long drop(HouseholdId household, Optional<YearMonth> month) {
        return kept.asMap().keySet().stream()
                .filter(key -> key.household().equals(household))
                .filter(key -> month.isEmpty() || key.query().month().equals(month.get()))
                .filter(key -> kept.asMap().remove(key) != null)
                .count();
    }

    @Override
    public TierState state() {
        kept.cleanUp();
        long bytes = kept.policy().eviction().stream()
                .flatMapToLong(eviction -> eviction.weightedSize().stream())
                .sum();
        return new TierState(
                kept.estimatedSize(), bytes, mostBytes, kept.stats().evictionCount(), 0, true, 0);
    }
}
