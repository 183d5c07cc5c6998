package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.monitoring.Endpoints;
import io.prorata.adapter.web.monitoring.Watched;
import io.prorata.adapter.web.monitoring.Window;
import java.util.List;
import java.util.Locale;

/**
 * How the server is doing.
 *
 * @param windowSeconds how far back the figures of an endpoint's {@code window} reach
 * @param endpoints those that were asked since the start
 */
@Serdeable.Serializable
record PerformanceResponse(long windowSeconds, List<EndpointResponse> endpoints) {

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

        static EndpointResponse of(Endpoints.Standing standing) {
            Watched watched = standing.endpoint();
            return new EndpointResponse(
                    watched.endpoint().method(),
                    watched.endpoint().route(),
                    standing.window().state().name().toLowerCase(Locale.ROOT),
                    watched.thresholdMicros(),
                    WindowResponse.of(standing.window()),
                    SinceStart.of(watched));
        }
    }

    /** The last minutes, in microseconds. */
    @Serdeable.Serializable
    record WindowResponse(
            long count, long meanUs, long p50Us, long p95Us, long p99Us, long maxUs, long slow, long failed) {

        static WindowResponse of(Window window) {
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
     * @param statuses how many answers had which status; 0 stands for askers who went away before there was one
     * @param views how many views came from where
     */
    @Serdeable.Serializable
    record SinceStart(long count, long slow, List<StatusCount> statuses, List<ViewCount> views) {

        static SinceStart of(Watched watched) {
            List<StatusCount> statuses = watched.statuses().entrySet().stream()
                    .map(entry -> new StatusCount(entry.getKey(), entry.getValue()))
                    .toList();
            return new SinceStart(
                    statuses.stream().mapToLong(StatusCount::count).sum(),
                    watched.slow(),
                    statuses,
                    watched.origins().entrySet().stream()
                            .map(entry -> new ViewCount(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    @Serdeable.Serializable
    record StatusCount(int status, long count) {}

    /** @param from as {@code X-Cache} says it */
    @Serdeable.Serializable
    record ViewCount(String from, long count) {}

    static PerformanceResponse of(List<Endpoints.Standing> standings) {
        return new PerformanceResponse(
                Endpoints.WINDOW.toSeconds(),
                standings.stream().map(EndpointResponse::of).toList());
    }
}
