package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.prorata.adapter.web.monitoring.EndpointMetrics;
import io.prorata.adapter.web.monitoring.RequestTrace;
import io.prorata.application.query.ViewQuery;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Caches the view of an address that was answered before, because strict parsing takes longer than answering. The meaning of an address
 * never changes, unless it depends on the clock; then it is not cached.
 */
@Singleton
final class RouteCache {

    /** Above this number, the cache is cleared. */
    private static final int MOST = 4_096;

    /** Longer addresses are not cached. */
    private static final int LONGEST = 256;

    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();

    /**
     * What an address means.
     *
     * @param endpoint for metrics
     */
    record Meaning(ViewQuery view, EndpointMetrics endpoint) {}

    /** Returns the view of {@code request}, if its address is cached. */
    Optional<Meaning> of(HttpRequest<?> request) {
        return address(request).map(meanings::get);
    }

    /**
     * Caches that the address of {@code request} means {@code view}. An address with a cursor is bound to one household, and is not cached.
     */
    void note(HttpRequest<?> request, ViewQuery view) {
        if (request.getParameters().contains("cursor")) {
            return;
        }
        address(request).filter(address -> !meanings.containsKey(address)).ifPresent(address -> {
            if (meanings.size() >= MOST) {
                meanings.clear();
            }
            RequestTrace.of(request)
                    .ifPresent(requestTrace -> meanings.put(address, new Meaning(view, requestTrace.endpoint())));
        });
    }

    /**
     * The raw address: two spellings of one address are two keys. An address with a cursor has no key: a cursor is bound to one household.
     */
    private static Optional<String> address(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? Optional.of(netty.getNativeRequest().uri())
                        .filter(address -> address.length() <= LONGEST && !address.contains("cursor="))
                : Optional.empty();
    }
}
