package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.cache.TierReport;
import io.prorata.application.port.CalculationCache;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tiers have been asked since the start, and how they are doing.
 *
 * @param patterns by the hierarchy of keys; {@code hits} of a pattern are reads that people made and that nobody had to compute for
 * @param shared computations saved, because another request was making the same one
 * @param warmed views computed before anybody asked
 */
@Serdeable.Serializable
record TiersResponse(
        List<PatternStats> patterns,
        CalculationStats calculations,
        List<TierStats> tiers,
        long shared,
        long warmed,
        List<FeatureState> features) {

    private static final int RATE_DECIMALS = 4;

    /** @param hitRate from 0 to 1, four decimals; null before the first read */
    @Serdeable.Serializable
    record PatternStats(
            String pattern,
            long hits,
            long misses,
            @Nullable String hitRate,
            List<InTier> tiers) {

        static PatternStats of(TierReport.OfPattern counted) {
            return new PatternStats(
                    counted.pattern().text(),
                    counted.hits(),
                    counted.misses(),
                    rate(counted.hits(), counted.misses()),
                    counted.tiers().stream().map(InTier::of).toList());
        }
    }

    /**
     * Plans of months, each kept under all that it is reckoned from.
     *
     * @param entries that are kept
     */
    @Serdeable.Serializable
    record CalculationStats(
            String pattern,
            long hits,
            long misses,
            @Nullable String hitRate,
            long entries) {

        static CalculationStats of(CalculationCache.CacheCounts count) {
            return new CalculationStats(
                    CalculationCache.PATTERN,
                    count.hits(),
                    count.misses(),
                    rate(count.hits(), count.misses()),
                    count.entries());
        }
    }

    /** What one tier had of what it was asked for, by people and in the background. */
    @Serdeable.Serializable
    record InTier(
            String tier, long hits, long misses, @Nullable String hitRate) {

        static InTier of(TierReport.InTier counted) {
            return new InTier(
                    counted.tier().said(), counted.hits(), counted.misses(), rate(counted.hits(), counted.misses()));
        }
    }

    /**
     * How a tier is doing.
     *
     * @param entries it holds; of the far tier, that were sent to it
     * @param bytes they take; of the far tier, that were sent to it
     * @param mostBytes it may hold; null for the far tier, which its own settings bound
     * @param rejected entries found there that were not what they should be
     * @param available whether it is asked now: not while its breaker is open
     * @param failures how often it stopped answering
     */
    @Serdeable.Serializable
    record TierStats(
            String tier,
            long entries,
            long bytes,
            @Nullable Long mostBytes,
            long evictions,
            long rejected,
            boolean available,
            long failures) {

        static TierStats of(TierReport.OfTier counted) {
            var state = counted.state();
            return new TierStats(
                    counted.tier().said(),
                    state.entries(),
                    state.bytes(),
                    state.mostBytes() == 0 ? null : state.mostBytes(),
                    state.evictions(),
                    state.rejected(),
                    state.available(),
                    state.failures());
        }
    }

    static TiersResponse of(TierReport report) {
        return new TiersResponse(
                report.patterns().stream().map(PatternStats::of).toList(),
                CalculationStats.of(report.calculations()),
                report.tiers().stream().map(TierStats::of).toList(),
                report.shared(),
                report.warmed(),
                FeatureState.all(report.features()));
    }

    private static @Nullable String rate(long hits, long misses) {
        long all = hits + misses;
        return all == 0
                ? null
                : BigDecimal.valueOf(hits)
                        .divide(BigDecimal.valueOf(all), RATE_DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
