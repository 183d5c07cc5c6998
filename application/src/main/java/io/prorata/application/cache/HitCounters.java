package io.prorata.application.cache;

import io.prorata.application.query.KeyPattern;
import io.prorata.application.view.Tier;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts hits and misses by key pattern and tier. */
final class HitCounters {

    /**
     * @param hits lookups that found an entry
     * @param misses lookups that found none
     */
    record Count(long hits, long misses) {}

    private record Adders(LongAdder hits, LongAdder misses) {
        Adders() {
            this(new LongAdder(), new LongAdder());
        }

        Count count() {
            return new Count(hits.sum(), misses.sum());
        }
    }

    private final Map<KeyPattern, Map<Tier, Adders>> tiers = new EnumMap<>(KeyPattern.class);
    private final Map<KeyPattern, Adders> reads = new EnumMap<>(KeyPattern.class);

    HitCounters() {
        for (KeyPattern pattern : KeyPattern.values()) {
            Map<Tier, Adders> ofPattern = new EnumMap<>(Tier.class);
            for (Tier tier : Tier.values()) {
                ofPattern.put(tier, new Adders());
            }
            tiers.put(pattern, ofPattern);
            reads.put(pattern, new Adders());
        }
    }

    /** Counts a lookup in one tier. */
    void asked(KeyPattern pattern, Tier tier, boolean found) {
        add(of(pattern, tier), found);
    }

    /** Counts a read of a client, answered with or without computing. */
    void read(KeyPattern pattern, boolean found) {
        add(Objects.requireNonNull(reads.get(pattern)), found);
    }

    Count count(KeyPattern pattern, Tier tier) {
        return of(pattern, tier).count();
    }

    Count count(KeyPattern pattern) {
        return Objects.requireNonNull(reads.get(pattern)).count();
    }

    private Adders of(KeyPattern pattern, Tier tier) {
        return Objects.requireNonNull(Objects.requireNonNull(tiers.get(pattern)).get(tier));
    }

    private static void add(Adders adders, boolean found) {
        (found ? adders.hits() : adders.misses()).increment();
    }
}
