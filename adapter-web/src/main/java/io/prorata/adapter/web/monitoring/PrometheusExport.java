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
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prorata.application.operation.MeasureStore;
import io.prorata.application.operation.ShowTiers;
import jakarta.inject.Singleton;

/**
 * All that is measured, as Prometheus reads it. The JVM's part is Micrometer's, under the names that its ready-made dashboards know; it
 * begins with the first scrape, so that a server nobody scrapes does without.
 */
@Singleton
public final class PrometheusExport {

    /** The text format 0.0.4, which everything reads. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @SuppressWarnings("resource") // listens to the garbage collector for as long as the process lives
    PrometheusExport(Endpoints endpoints, MeasureStore measureStore, ImportMeter imports, ShowTiers showTiers) {
        registry.getPrometheusRegistry().register(() -> new MetricSnapshots(RequestMetrics.of(endpoints.all())));
        registry.getPrometheusRegistry()
                .register(() -> new MetricSnapshots(StoreMetrics.of(measureStore.measure(), imports.imported())));
        registry.getPrometheusRegistry().register(() -> new MetricSnapshots(TierMetrics.of(showTiers.show())));
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
}
