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
 * What the tiers have been asked since the start, and how they are doing.
 *
 * @param patterns every key pattern
 * @param calculations plans that did not have to be reckoned again
 * @param tiers those there are, the nearest first
 * @param shared computations that somebody did not have to make, because another was making them
 * @param warmed documents computed before anybody asked
 */
public record TierReport(
        List<OfPattern> patterns,
        CalculationCache.CacheCounts calculations,
        List<OfTier> tiers,
        long shared,
        long warmed,
        Map<Feature, Boolean> features) {

    /**
     * Reads by people of one key pattern.
     *
     * @param hits answered without computing
     * @param misses computed
     * @param tiers what each tier had of them
     */
    public record OfPattern(KeyPattern pattern, long hits, long misses, List<InTier> tiers) {}

    /** What one tier had of what it was asked for, by people and in the background. */
    public record InTier(Tier tier, long hits, long misses) {}

    /** How a tier is doing. */
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
