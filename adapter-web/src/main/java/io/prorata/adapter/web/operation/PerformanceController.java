package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.access.ServerScoped;
import io.prorata.adapter.web.monitoring.Endpoints;
import io.prorata.adapter.web.monitoring.ImportMeter;
import io.prorata.adapter.web.monitoring.PrometheusExport;
import io.prorata.application.operation.MeasureStore;
import io.prorata.application.operation.ShowTiers;
import io.prorata.application.port.Tokens;
import jakarta.inject.Provider;
import java.nio.charset.StandardCharsets;

/** Response times and resource usage of the server. */
@ServerScoped
@RequiresScope(Tokens.TokenScope.ADMIN)
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PerformanceController {

    private final Endpoints endpoints;
    private final MeasureStore measureStore;
    private final ImportMeter imports;
    private final ShowTiers showTiers;
    private final Provider<PrometheusExport> export;

    /** @param export made when first needed */
    PerformanceController(
            Endpoints endpoints,
            MeasureStore measureStore,
            ImportMeter imports,
            ShowTiers showTiers,
            Provider<PrometheusExport> export) {
        this.endpoints = endpoints;
        this.measureStore = measureStore;
        this.imports = imports;
        this.showTiers = showTiers;
        this.export = export;
    }

    /** Get performance figures. By endpoint over the last minutes: durations in microseconds, slow and failed requests. */
    @Get("/dashboard/performance/metrics")
    PerformanceResponse performance() {
        return PerformanceResponse.of(endpoints.all(), measureStore.measure(), imports.imported(), showTiers.show());
    }

    /** Get metrics. Since the start, with those of the process, in Prometheus's text format. */
    @Get("/metrics")
    @Produces("text/plain")
    HttpResponse<byte[]> metrics() {
        return HttpResponse.ok(export.get().text().getBytes(StandardCharsets.UTF_8))
                .contentType(PrometheusExport.MEDIA_TYPE);
    }
}
