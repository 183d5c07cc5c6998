package io.prorata.adapter.web.monitoring;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prorata.adapter.web.access.FailedTokens;
import io.prorata.application.operation.MeasureStore;
import io.prorata.application.operation.ShowTiers;
import jakarta.inject.Singleton;

/**
 * All metrics for Prometheus. Those of the JVM are Micrometer's, under their usual names; they are registered with the first scrape.
 */
@Singleton
public final class PrometheusExport {

    /** The text format 0.0.4. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @SuppressWarnings("resource") // listens to the garbage collector for as long as the process lives
    PrometheusExport(
            Endpoints endpoints,
            ProblemCounters problems,
            MeasureStore measureStore,
            ImportMeter imports,
            ShowTiers showTiers,
            FailedTokens failedTokens) {
        registry.getPrometheusRegistry().register(() -> new MetricSnapshots(RequestMetrics.of(endpoints.all())));
        registry.getPrometheusRegistry().register(problems::snapshot);
        registry.getPrometheusRegistry()
                .register(() -> new MetricSnapshots(StoreMetrics.of(measureStore.measure(), imports.imported())));
        registry.getPrometheusRegistry().register(() -> new MetricSnapshots(TierMetrics.of(showTiers.show())));
        registry.getPrometheusRegistry().register(() -> new MetricSnapshots(failed(failedTokens.count())));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    public String text() {
        return registry.scrape();
    }

    private static MetricSnapshot failed(long tokens) {
        return CounterSnapshot.builder()
                .name("prorata_failed_tokens")
                .help("Requests that showed a token which is not known, or was revoked.")
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .value((double) tokens)
                        .build())
                .build();
    }
}
