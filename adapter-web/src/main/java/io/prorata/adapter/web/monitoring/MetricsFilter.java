package io.prorata.adapter.web.monitoring;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.web.router.RouteMatch;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.RequestId;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures every request from before all other filters until its answer is written. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class MetricsFilter implements Ordered, ApplicationEventListener<HttpRequestTerminatedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsFilter.class);
    private static final String CACHE = "X-Cache";
    private static final String TIMING = "Server-Timing";
    private static final MediaType EVENTS = MediaType.TEXT_EVENT_STREAM_TYPE;

    private final Endpoints endpoints;
    private final ProblemCounters problems;
    private final AccessLog accessLog;

    MetricsFilter(Endpoints endpoints, ProblemCounters problems, AccessLog accessLog) {
        this.endpoints = endpoints;
        this.problems = problems;
        this.accessLog = accessLog;
    }

    /** The first to see a request, and so the last to see its answer. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        begin(request, endpoints.of(route));
    }

    /** Starts measuring {@code request} of {@code endpoint}. */
    public void begin(HttpRequest<?> request, EndpointMetrics endpoint) {
        var trace = TraceContext.of(request.getHeaders().get(TraceContext.PARENT));
        new RequestTrace(endpoint, endpoints.now(), trace.orElse(null)).attachTo(request);
    }

    /** Records the answer, and adds its duration to it. */
    @ResponseFilter
    public void answer(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Problem.of(request).ifPresent(problems::count);
        RequestTrace.of(request).ifPresent(requestTrace -> {
            requestTrace.answered(
                    response.code(),
                    response.body() instanceof byte[] bytes ? bytes.length : 0,
                    response.getHeaders().get(CACHE));
            if (response.getContentType().filter(EVENTS::equals).isPresent()) {
                requestTrace.streams(endpoints.now());
            }
            requestTrace.trace().ifPresent(trace -> response.header(TraceContext.RESPONSE, trace.response()));
            response.header(TIMING, timing(requestTrace.micros(endpoints.now()), requestTrace.costs()));
        });
    }

    /** {@code Server-Timing} in milliseconds: the total, and the time in the database. */
    private static String timing(long micros, RequestTrace.Costs costs) {
        var text = new StringBuilder(64).append("total;dur=");
        millis(text, micros);
        if (costs.statements() > 0) {
            text.append(", db;dur=");
            millis(text, costs.databaseMicros());
            text.append(";desc=\"statements: ").append(costs.statements()).append('"');
        }
        if (costs.turnMicros() > 0) {
            text.append(", turn;dur=");
            millis(text, costs.turnMicros());
        }
        return text.toString();
    }

    private static void millis(StringBuilder text, long micros) {
        long rest = micros % 1000;
        text.append(micros / 1000)
                .append(rest < 10 ? ".00" : rest < 100 ? ".0" : ".")
                .append(rest);
    }

    /** After the answer was written, or could not be. */
    @Override
    public void onApplicationEvent(HttpRequestTerminatedEvent event) {
        HttpRequest<?> request = event.getSource();
        RequestTrace.of(request).ifPresent(requestTrace -> end(request, requestTrace));
    }

    private void end(HttpRequest<?> request, RequestTrace requestTrace) {
        long now = endpoints.now();
        EndpointMetrics endpoint = requestTrace.endpoint();
        accessLog.write(request, requestTrace, now);
        if (endpoint.count(now, requestTrace)) {
            RequestTrace.Costs costs = requestTrace.costs();
            LOG.warn(
                    "request {}: {} took {} ms, longer than {} ms; {} ms of it in the database ({} statements), {} ms waiting to write",
                    RequestId.of(request),
                    endpoint.endpoint(),
                    TimeUnit.MICROSECONDS.toMillis(requestTrace.micros(now)),
                    TimeUnit.MICROSECONDS.toMillis(endpoint.thresholdMicros()),
                    TimeUnit.MICROSECONDS.toMillis(costs.databaseMicros()),
                    costs.statements(),
                    TimeUnit.MICROSECONDS.toMillis(costs.turnMicros()));
        }
    }
}
