package io.prorata.adapter.web;

import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the requests that pass the router, and so take the usual way. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class NormalRouteCounter {

    private final AtomicLong taken = new AtomicLong();

    @RequestFilter
    void count() {
        taken.incrementAndGet();
    }

    long taken() {
        return taken.get();
    }
}
