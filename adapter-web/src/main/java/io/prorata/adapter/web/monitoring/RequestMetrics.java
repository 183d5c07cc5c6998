package io.prorata.adapter.web.monitoring;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Arrays;
import java.util.List;

/** The metrics of requests for Prometheus: seconds, and counters. */
final class RequestMetrics {

    /** Upper bounds of the histogram's buckets; they include the default thresholds. */
    private static final long[] BOUNDS_MICROS = {
        50,
        100,
        250,
        500,
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        200_000,
        300_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000
    };

    private static final double MICROS_PER_SECOND = 1_000_000;

    private final HistogramSnapshot.Builder durations = HistogramSnapshot.builder()
            .name("prorata_http_request_duration_seconds")
            .help("From the first filter until the answer is written.");
    private final CounterSnapshot.Builder requests = CounterSnapshot.builder()
            .name("prorata_http_requests")
            .help("Requests by the status of their answer; 0: the client disconnected before it.");
    private final CounterSnapshot.Builder slow = CounterSnapshot.builder()
            .name("prorata_http_slow_requests")
            .help("Requests that took longer than the threshold of their endpoint.");
    private final GaugeSnapshot.Builder thresholds = GaugeSnapshot.builder()
            .name("prorata_http_slow_threshold_seconds")
            .help("From how long on a request is slow.");
    private final GaugeSnapshot.Builder states = GaugeSnapshot.builder()
            .name("prorata_http_endpoint_state")
            .help("Over the last minutes: 0 ok, 1 slow (more than 1 in 20), 2 failing (more than 1 in 100).");
    private final CounterSnapshot.Builder statements = CounterSnapshot.builder()
            .name("prorata_http_request_statements")
            .help("Statements of the database, by the requests they were run for.");
    private final CounterSnapshot.Builder database = CounterSnapshot.builder()
            .name("prorata_http_request_database_seconds")
            .help("Time in the database, by the requests it was spent on.");
    private final CounterSnapshot.Builder origins = CounterSnapshot.builder()
            .name("prorata_views")
            .help("Views by where their document came from, as X-Cache says it.");

    private RequestMetrics() {}

    static List<MetricSnapshot> of(List<Endpoints.RankedEndpoint> standings) {
        var metrics = new RequestMetrics();
        standings.forEach(metrics::add);
        return List.of(
                metrics.durations.build(),
                metrics.requests.build(),
                metrics.slow.build(),
                metrics.thresholds.build(),
                metrics.states.build(),
                metrics.statements.build(),
                metrics.database.build(),
                metrics.origins.build());
    }

    private void add(Endpoints.RankedEndpoint standing) {
        EndpointMetrics endpoint = standing.endpoint();
        Labels labels = Labels.of(
                "method",
                endpoint.endpoint().method(),
                "route",
                endpoint.endpoint().route());
        durations.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(buckets(endpoint))
                .sum(endpoint.micros() / MICROS_PER_SECOND)
                .build());
        endpoint.statuses()
                .forEach((status, count) -> requests.dataPoint(
                        counted(labels.merge(Labels.of("status", Integer.toString(status))), (double) count)));
        slow.dataPoint(counted(labels, (double) endpoint.slow()));
        thresholds.dataPoint(gauge(labels, endpoint.thresholdMicros() / MICROS_PER_SECOND));
        states.dataPoint(gauge(labels, standing.window().state().level));
        statements.dataPoint(counted(labels, (double) endpoint.statements()));
        database.dataPoint(counted(labels, endpoint.databaseMicros() / MICROS_PER_SECOND));
        endpoint.origins()
                .forEach((origin, count) ->
                        origins.dataPoint(counted(labels.merge(Labels.of("from", origin)), (double) count)));
    }

    private static ClassicHistogramBuckets buckets(EndpointMetrics endpoint) {
        long[] counts = new long[BOUNDS_MICROS.length + 1];
        endpoint.readDurations((micros, count) -> {
            int at = Arrays.binarySearch(BOUNDS_MICROS, micros);
            counts[at < 0 ? -at - 1 : at] += count;
        });
        double[] bounds = Arrays.copyOf(
                Arrays.stream(BOUNDS_MICROS)
                        .mapToDouble(micros -> micros / MICROS_PER_SECOND)
                        .toArray(),
                counts.length);
        bounds[BOUNDS_MICROS.length] = Double.POSITIVE_INFINITY;
        return ClassicHistogramBuckets.of(bounds, counts);
    }

    private static CounterSnapshot.CounterDataPointSnapshot counted(Labels labels, double value) {
        return CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build();
    }

    private static GaugeSnapshot.GaugeDataPointSnapshot gauge(Labels labels, double value) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build();
    }
}
