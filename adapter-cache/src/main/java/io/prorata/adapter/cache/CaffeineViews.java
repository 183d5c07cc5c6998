package io.prorata.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.prorata.application.port.Document;
import io.prorata.application.port.ViewQuery;
import io.prorata.application.port.Views;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;

/** Documents in this process's memory, bounded by bytes; one to a view and query, with the stamp it was computed for. */
public final class CaffeineViews implements Views {

    /** What an entry weighs beside its document: key, stamp and the cache's own nodes, rounded up. */
    private static final int ENTRY_BYTES = 512;

    private record Key(HouseholdId household, ViewQuery query) {}

    private record Kept(String epoch, Stamp stamp, Document document) {
        boolean isOf(String wantedEpoch, Stamp wantedStamp) {
            return epoch.equals(wantedEpoch) && stamp.equals(wantedStamp);
        }
    }

    private final Cache<Key, Kept> kept;

    /** @param mostBytes what all documents together may weigh */
    public CaffeineViews(long mostBytes) {
        this.kept = Caffeine.newBuilder()
                // On the caller: the bound holds at once.
                .executor(Runnable::run)
                .maximumWeight(mostBytes)
                .weigher((Key key, Kept entry) -> ENTRY_BYTES + entry.document().bytes().length)
                .build();
    }

    @Override
    public Optional<Document> find(HouseholdId household, ViewQuery query, String epoch, Stamp stamp) {
        return Optional.ofNullable(kept.getIfPresent(new Key(household, query)))
                .filter(entry -> entry.isOf(epoch, stamp))
                .map(Kept::document);
    }

    @Override
    public void keep(HouseholdId household, ViewQuery query, String epoch, Stamp stamp, Document document) {
        kept.put(new Key(household, query), new Kept(epoch, stamp, document));
    }
}
