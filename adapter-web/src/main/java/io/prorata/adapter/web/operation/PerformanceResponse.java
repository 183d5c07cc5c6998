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
 * How the server is doing.
 *
 * @param windowSeconds how far back the figures of an endpoint's {@code window} reach
 * @param endpoints those that were asked since the start
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
     * @param thresholdUs from how many microseconds on a request is slow
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
     * @param statements of the database that its requests took
     * @param databaseUs that those took, with the commits of writes
     * @param statuses how many answers had which status; 0 stands for askers who went away before there was one
     * @param views how many views came from where
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

    /** @param from as {@code X-Cache} says it */
    @Serdeable.Serializable
    record ViewCount(String from, long count) {}

    /**
     * The store under the books, since it was opened and now.
     *
     * @param turns writes that had their turn
     * @param turnUs that they waited for it
     * @param waiting writes that wait now
     * @param walBytes what was written and is still beside the file
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

    /** Bank files that were taken in since the start. */
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
