package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.cache.TierReport;
import io.prorata.application.port.CalculationCache;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of the cache tiers since the start, and their state.
 *
 * @param patterns statistics by the hierarchy of keys; {@code hits} of a pattern are reads by clients that needed no computation
 * @param shared computations saved, because another request was computing the same view
 * @param warmed views computed before a request
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
     * Cached plans of months, each under all values that it is computed from.
     *
     * @param entries the number of cached entries
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

    /** Hits and misses of one tier, by clients and in the background. */
    @Serdeable.Serializable
    record InTier(
            String tier, long hits, long misses, @Nullable String hitRate) {

        static InTier of(TierReport.InTier counted) {
            return new InTier(
                    counted.tier().said(), counted.hits(), counted.misses(), rate(counted.hits(), counted.misses()));
        }
    }

    /**
     * The state of a tier.
     *
     * @param entries the number of entries in it; of the far tier, those sent to it
     * @param bytes the size of the entries in bytes; of the far tier, those sent to it
     * @param mostBytes the maximum size in bytes; null for the far tier, which has its own limit
     * @param rejected the number of entries that were rejected as invalid
     * @param available whether it is used now: not while its circuit breaker is open
     * @param failures how often it became unavailable
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
