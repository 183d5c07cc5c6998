package io.prorata.application.cache;

import io.prorata.application.port.CalculationCache;
import io.prorata.application.port.Views;
import io.prorata.application.query.KeyPattern;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TierState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Statistics of the tiers since the start, and their state.
 *
 * @param patterns every key pattern
 * @param calculations plans that were found in memory
 * @param tiers all tiers, the nearest first
 * @param shared requests that shared the computation of another
 * @param warmed documents computed ahead of a request
 */
public record TierReport(
        List<OfPattern> patterns,
        CalculationCache.CacheCounts calculations,
        List<OfTier> tiers,
        long shared,
        long warmed,
        Map<Feature, Boolean> features) {

    /**
     * Reads of clients with one key pattern.
     *
     * @param hits answered without computing
     * @param misses computed
     * @param tiers the lookups of each tier
     */
    public record OfPattern(KeyPattern pattern, long hits, long misses, List<InTier> tiers) {}

    /** The lookups of one tier, by clients and in the background. */
    public record InTier(Tier tier, long hits, long misses) {}

    /** The state of a tier. */
    public record OfTier(Tier tier, TierState state) {}

    static TierReport of(
            List<Views> tiers,
            CalculationCache.CacheCounts calculations,
            HitCounters counters,
            long shared,
            long warmed,
            Features features) {
        List<OfPattern> patterns = Arrays.stream(KeyPattern.values())
                .map(pattern -> {
                    HitCounters.Count reads = counters.count(pattern);
                    List<InTier> inTiers = tiers.stream()
                            .map(tier -> {
                                HitCounters.Count asked = counters.count(pattern, tier.tier());
                                return new InTier(tier.tier(), asked.hits(), asked.misses());
                            })
                            .toList();
                    return new OfPattern(pattern, reads.hits(), reads.misses(), inTiers);
                })
                .toList();
        return new TierReport(
                patterns,
                calculations,
                tiers.stream()
                        .map(tier -> new OfTier(tier.tier(), tier.state()))
                        .toList(),
                shared,
                warmed,
                features.all());
    }
}
