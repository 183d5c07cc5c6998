package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.monitoring.EndpointMetrics;
import io.prorata.adapter.web.monitoring.Endpoints;
import io.prorata.adapter.web.monitoring.ImportMeter;
import io.prorata.adapter.web.monitoring.SlidingWindow;
import io.prorata.application.cache.TierReport;
import io.prorata.application.port.Store;
import java.util.List;
import java.util.Locale;

/**
 * Performance figures of the server.
 *
 * @param windowSeconds the length of an endpoint's {@code window}, in seconds
 * @param endpoints the endpoints with requests since the start
 */
@Serdeable.Serializable
record PerformanceResponse(
        long windowSeconds,
        List<EndpointResponse> endpoints,
        StoreResponse store,
        ImportedFiles imports,
        TiersResponse cache) {

    /**
     * One endpoint.
     *
     * @param thresholdUs the duration from which a request is slow, in microseconds
     * @param status {@code ok}; {@code slow} if more than 1 request in 20 is; {@code failing} if more than 1 in 100 is
     */
    @Serdeable.Serializable
    record EndpointResponse(
            String method,
            String route,
            String status,
            long thresholdUs,
            WindowResponse window,
            SinceStart sinceStart) {

        static EndpointResponse of(Endpoints.RankedEndpoint standing) {
            EndpointMetrics endpoint = standing.endpoint();
            return new EndpointResponse(
                    endpoint.endpoint().method(),
                    endpoint.endpoint().route(),
                    standing.window().state().name().toLowerCase(Locale.ROOT),
                    endpoint.thresholdMicros(),
                    WindowResponse.of(standing.window()),
                    SinceStart.of(endpoint));
        }
    }

    /** The last minutes, in microseconds. */
    @Serdeable.Serializable
    record WindowResponse(
            long count, long meanUs, long p50Us, long p95Us, long p99Us, long maxUs, long slow, long failed) {

        static WindowResponse of(SlidingWindow window) {
            return new WindowResponse(
                    window.count(),
                    window.meanMicros(),
                    window.p50Micros(),
                    window.p95Micros(),
                    window.p99Micros(),
                    window.maxMicros(),
                    window.slow(),
                    window.failed());
        }
    }

    /**
     * Everything since the start.
     *
     * @param statements the number of database statements of its requests
     * @param databaseUs the duration of those statements and of commits, in microseconds
     * @param statuses the number of answers by status; 0 counts clients that disconnected before the answer
     * @param views the number of views by source
     */
    @Serdeable.Serializable
    record SinceStart(
            long count,
            long slow,
            long statements,
            long databaseUs,
            List<StatusCount> statuses,
            List<ViewCount> views) {

        static SinceStart of(EndpointMetrics endpoint) {
            List<StatusCount> statuses = endpoint.statuses().entrySet().stream()
                    .map(entry -> new StatusCount(entry.getKey(), entry.getValue()))
                    .toList();
            return new SinceStart(
                    statuses.stream().mapToLong(StatusCount::count).sum(),
                    endpoint.slow(),
                    endpoint.statements(),
                    endpoint.databaseMicros(),
                    statuses,
                    endpoint.origins().entrySet().stream()
                            .map(entry -> new ViewCount(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    @Serdeable.Serializable
    record StatusCount(int status, long count) {}

    /** @param from the source, as in {@code X-Cache} */
    @Serdeable.Serializable
    record ViewCount(String from, long count) {}

    /**
     * The database, since it was opened and now.
     *
     * @param turns the number of writes that got their turn
     * @param turnUs the time that they waited for it, in microseconds
     * @param waiting the number of writes that wait now
     * @param walBytes the size of the write-ahead log, in bytes
     */
    @Serdeable.Serializable
    record StoreResponse(
            long statements,
            long statementUs,
            long commits,
            long commitUs,
            long turns,
            long turnUs,
            int waiting,
            int readers,
            int freeReaders,
            long fileBytes,
            long walBytes,
            long auditRows) {

        static StoreResponse of(Store.Load load) {
            return new StoreResponse(
                    load.statements(),
                    load.statementMicros(),
                    load.commits(),
                    load.commitMicros(),
                    load.turns(),
                    load.turnMicros(),
                    load.waiting(),
                    load.readers(),
                    load.freeReaders(),
                    load.fileBytes(),
                    load.walBytes(),
                    load.auditRows());
        }
    }

    /** Imports of bank files since the start. */
    @Serdeable.Serializable
    record ImportedFiles(long files, long lines, long us, long linesPerSecond) {

        static ImportedFiles of(ImportMeter.Imported imported) {
            return new ImportedFiles(imported.files(), imported.lines(), imported.micros(), imported.linesPerSecond());
        }
    }

    static PerformanceResponse of(
            List<Endpoints.RankedEndpoint> standings,
            Store.Load load,
            ImportMeter.Imported imported,
            TierReport cache) {
        return new PerformanceResponse(
                Endpoints.WINDOW.toSeconds(),
                standings.stream().map(EndpointResponse::of).toList(),
                StoreResponse.of(load),
                ImportedFiles.of(imported),
                TiersResponse.of(cache));
    }
}
