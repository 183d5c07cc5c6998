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
 * Which view is meant by an address, of those that were answered before. An address is read and checked strictly, and that takes longer
 * than answering; what it means never changes, unless it leaves something to the clock, and then it is not noted.
 */
@Singleton
final class RouteCache {

    /** Beyond so many, all are read again. */
    private static final int MOST = 4_096;

    /** What is longer was not written by a program of anybody who asks often. */
    private static final int LONGEST = 256;

    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();

    /**
     * What an address means.
     *
     * @param endpoint by which its requests are counted
     */
    record Meaning(ViewQuery view, EndpointMetrics endpoint) {}

    /** Returns what {@code request} asks for, if its address was answered before. */
    Optional<Meaning> of(HttpRequest<?> request) {
        return address(request).map(meanings::get);
    }

    /**
     * Notes that {@code request}'s address means {@code view}, now and ever. One with a cursor means something to a single household, and is
     * not noted.
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
     * As it was sent: two ways of writing the same address are two. One with a cursor is looked at anew each time: a cursor belongs to one
     * household, and the same address of another is refused.
     */
    private static Optional<String> address(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? Optional.of(netty.getNativeRequest().uri())
                        .filter(address -> address.length() <= LONGEST && !address.contains("cursor="))
                : Optional.empty();
    }
}
