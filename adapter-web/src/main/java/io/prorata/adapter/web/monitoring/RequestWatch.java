package io.prorata.adapter.web.monitoring;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.web.router.RouteMatch;
import io.prorata.adapter.web.problem.RequestId;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures every request from before all other filters until its answer is written. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestWatch implements Ordered, ApplicationEventListener<HttpRequestTerminatedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);
    private static final String CACHE = "X-Cache";

    private final Endpoints endpoints;

    RequestWatch(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** The first to see a request, and so the last to see its answer. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        new Passage(endpoints.of(route), endpoints.now()).attachTo(request);
    }

    @ResponseFilter
    void answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Passage.of(request)
                .ifPresent(passage -> passage.answered(
                        response.code(),
                        response.body() instanceof byte[] bytes ? bytes.length : 0,
                        response.getHeaders().get(CACHE)));
    }

    /** After the answer was written, or could not be. */
    @Override
    public void onApplicationEvent(HttpRequestTerminatedEvent event) {
        HttpRequest<?> request = event.getSource();
        Passage.of(request).ifPresent(passage -> end(request, passage));
    }

    private void end(HttpRequest<?> request, Passage passage) {
        long now = endpoints.now();
        Watched endpoint = passage.endpoint;
        if (endpoint.count(now, passage)) {
            LOG.warn(
                    "request {}: {} took {} ms, longer than {} ms",
                    RequestId.of(request),
                    endpoint.endpoint(),
                    TimeUnit.MICROSECONDS.toMillis(passage.micros(now)),
                    TimeUnit.MICROSECONDS.toMillis(endpoint.thresholdMicros()));
        }
    }
}
