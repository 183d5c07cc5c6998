package io.prorata.adapter.web.monitoring;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prorata.application.cache.TierReport;
import java.util.List;

/** The metrics of the tiers for Prometheus. */
final class TierMetrics {

    private final CounterSnapshot.Builder reads = CounterSnapshot.builder()
            .name("prorata_cache_reads")
            .help("Views that people read, by key pattern: hit if nobody had to compute them.");
    private final CounterSnapshot.Builder lookups = CounterSnapshot.builder()
            .name("prorata_cache_lookups")
            .help("What each tier was asked for, by people and in the background.");
    private final GaugeSnapshot.Builder entries =
            GaugeSnapshot.builder().name("prorata_cache_entries").help("Documents that a tier keeps.");
    private final GaugeSnapshot.Builder bytes =
            GaugeSnapshot.builder().name("prorata_cache_bytes").help("What they take.");
    private final CounterSnapshot.Builder evictions =
            CounterSnapshot.builder().name("prorata_cache_evictions").help("Documents a tier dropped by itself.");
    private final CounterSnapshot.Builder rejected = CounterSnapshot.builder()
            .name("prorata_cache_rejected")
            .help("Entries found in a tier that were not what they should be.");
    private final CounterSnapshot.Builder failures =
            CounterSnapshot.builder().name("prorata_cache_failures").help("How often a tier stopped answering.");
    private final GaugeSnapshot.Builder available =
            GaugeSnapshot.builder().name("prorata_cache_available").help("Whether a tier is asked now: 1, else 0.");

    private TierMetrics() {}

    static List<MetricSnapshot> of(TierReport report) {
        var metrics = new TierMetrics();
        report.patterns().forEach(metrics::add);
        report.tiers().forEach(metrics::add);
        return List.of(
                metrics.reads.build(),
                metrics.lookups.build(),
                metrics.entries.build(),
                metrics.bytes.build(),
                metrics.evictions.build(),
                metrics.rejected.build(),
                metrics.failures.build(),
                metrics.available.build());
    }

    private void add(TierReport.OfPattern pattern) {
        Labels ofPattern = Labels.of("pattern", pattern.pattern().text());
        reads.dataPoint(counted(ofPattern.merge(Labels.of("result", "hit")), pattern.hits()));
        reads.dataPoint(counted(ofPattern.merge(Labels.of("result", "miss")), pattern.misses()));
        for (TierReport.InTier tier : pattern.tiers()) {
            Labels ofTier = ofPattern.merge(Labels.of("tier", tier.tier().said()));
            lookups.dataPoint(counted(ofTier.merge(Labels.of("result", "hit")), tier.hits()));
            lookups.dataPoint(counted(ofTier.merge(Labels.of("result", "miss")), tier.misses()));
        }
    }

    private void add(TierReport.OfTier tier) {
        Labels labels = Labels.of("tier", tier.tier().said());
        entries.dataPoint(gauge(labels, tier.state().entries()));
        bytes.dataPoint(gauge(labels, tier.state().bytes()));
        evictions.dataPoint(counted(labels, tier.state().evictions()));
        rejected.dataPoint(counted(labels, tier.state().rejected()));
        failures.dataPoint(counted(labels, tier.state().failures()));
        available.dataPoint(gauge(labels, tier.state().available() ? 1 : 0));
    }

    private static CounterSnapshot.CounterDataPointSnapshot counted(Labels labels, long value) {
        return CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value((double) value)
                .build();
    }

    private static GaugeSnapshot.GaugeDataPointSnapshot gauge(Labels labels, long value) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value((double) value)
                .build();
    }
}
