package io.prorata.adapter.web.monitoring;

import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import io.prorata.adapter.web.properties.ServerProperties;
import io.prorata.adapter.web.properties.Thresholds;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** All endpoints with requests since the start. */
@Singleton
public final class Endpoints {

    /** The length of the window. */
    public static final Duration WINDOW = Duration.ofNanos(DurationHistogram.SLICES * DurationHistogram.SLICE_NANOS);

    private final Thresholds thresholds;
    private final LongSupplier nanoTime;
    private final Map<RouteInfo<?>, EndpointMetrics> ofRoutes = new ConcurrentHashMap<>();
    private final Map<Endpoint, EndpointMetrics> all = new ConcurrentHashMap<>();

    /** An endpoint with its current state. */
    public record RankedEndpoint(EndpointMetrics endpoint, SlidingWindow window) {}

    @Inject
    Endpoints(ServerProperties properties) {
        this(properties.thresholds(), System::nanoTime);
    }

    /** @param nanoTime a monotonic clock with any origin */
    Endpoints(Thresholds thresholds, LongSupplier nanoTime) {
        this.thresholds = thresholds;
        this.nanoTime = nanoTime;
    }

    /** Returns all endpoints with requests, by path and method. */
    public List<RankedEndpoint> all() {
        long now = nanoTime.getAsLong();
        return all.values().stream()
                .sorted(Comparator.comparing((EndpointMetrics endpoint) ->
                                endpoint.endpoint().route())
                        .thenComparing(endpoint -> endpoint.endpoint().method()))
                .map(endpoint -> new RankedEndpoint(endpoint, endpoint.window(now)))
                .toList();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    EndpointMetrics of(@Nullable RouteMatch<?> match) {
        if (match == null) {
            return of(Endpoint.NONE);
        }
        EndpointMetrics known = ofRoutes.get(match.getRouteInfo());
        return known != null ? known : ofRoutes.computeIfAbsent(match.getRouteInfo(), info -> of(Endpoint.of(info)));
    }

    EndpointMetrics of(Endpoint endpoint) {
        return all.computeIfAbsent(endpoint, first -> new EndpointMetrics(first, thresholds, now()));
    }
}
