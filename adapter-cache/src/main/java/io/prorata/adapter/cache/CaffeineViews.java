package io.prorata.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.prorata.application.port.Document;
import io.prorata.application.port.ViewQuery;
import io.prorata.application.port.Views;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;

/** The near tier: documents in this process's memory, one to a query, up to so many bytes in all. */
public final class CaffeineViews implements Views {

    /** What an entry costs beside its document: keys, stamp and Caffeine's own links, generously. */
    private static final int ENTRY_BYTES = 512;

    private record Key(HouseholdId household, ViewQuery query) {}

    private record Kept(String epoch, Stamp stamp, Document document) {}

    private final Cache<Key, Kept> kept;

    /** @param mostBytes that it may hold; what is read least is dropped first */
    public CaffeineViews(long mostBytes) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Key key, Kept value) -> value.document().bytes().length + ENTRY_BYTES)
                .build();
    }

    @Override
    public Optional<Document> find(HouseholdId household, ViewQuery query, String epoch, Stamp stamp) {
        Kept found = kept.getIfPresent(new Key(household, query));
        return found != null && found.epoch().equals(epoch) && found.stamp().equals(stamp)
                ? Optional.of(found.document())
                : Optional.empty();
    }

    /** Takes the place of what was kept of an earlier stamp: that will not be asked for again. */
    @Override
    public void keep(HouseholdId household, ViewQuery query, String epoch, Stamp stamp, Document document) {
        kept.put(new Key(household, query), new Kept(epoch, stamp, document));
    }
}
