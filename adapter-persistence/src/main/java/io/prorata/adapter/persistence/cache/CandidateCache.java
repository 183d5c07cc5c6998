package io.prorata.adapter.persistence.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.recognition.KnownRows;
import java.time.YearMonth;
import java.util.function.Supplier;

/**
 * Candidates of matches in memory, each month's under the stamp of all that they depend on: after a change, several first screens of a month
 * are computed, and all of them look for the same matches.
 */
public final class CandidateCache {

    private static final int MONTH_BYTES = 200;
    private static final int ROW_BYTES = 1_000;

    private final Cache<Key, Stamped> kept;

    private record Key(HouseholdId household, YearMonth month) {}

    private record Stamped(Stamp stamp, KnownRows rows) {}

    /** @param mostBytes the approximate limit; the months used least are evicted first */
    public CandidateCache(long mostBytes) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Key key, Stamped kept) ->
                        MONTH_BYTES + ROW_BYTES * kept.rows().rows().size())
                .build();
    }

    /** Returns the candidates of {@code stamp}; {@code database} reads them if they are not cached. */
    public KnownRows get(HouseholdId household, YearMonth month, Stamp stamp, Supplier<KnownRows> database) {
        var key = new Key(household, month);
        Stamped before = kept.getIfPresent(key);
        if (before != null && before.stamp().equals(stamp)) {
            return before.rows();
        }
        KnownRows read = database.get();
        kept.put(key, new Stamped(stamp, read));
        return read;
    }

    /** Removes what is kept of a household. */
    public void forget(HouseholdId household) {
        kept.asMap().keySet().removeIf(key -> key.household().equals(household));
    }
}
