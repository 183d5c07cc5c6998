package io.prorata.adapter.web.monitoring;

import io.micronaut.http.HttpRequest;
import io.prorata.application.port.StoreWatch;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request with its costs so far. Several threads may use it one after the other, and a computation that it started may outlast it.
 */
public final class RequestTrace {

    private static final String ATTRIBUTE = "prorata.trace";
    private static final long NOT_STREAMED = Long.MIN_VALUE;

    private final EndpointMetrics endpoint;
    private final long begunNanos;
    private final @Nullable TraceContext trace;
    private volatile int status;
    private volatile int bytes;
    private volatile @Nullable String cache;
    private volatile long begunStreamNanos = NOT_STREAMED;
    private Costs costs = Costs.NONE;

    /**
     * Its use of the store.
     *
     * @param statements the number of statements
     * @param databaseMicros their duration, including the commit of a write
     * @param turnMicros the wait for other writes
     */
    record Costs(int statements, long databaseMicros, long turnMicros) {

        static final Costs NONE = new Costs(0, 0, 0);

        private Costs plus(StoreWatch.Work work, long nanos) {
            long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
            return switch (work) {
                case STATEMENT -> new Costs(statements + 1, databaseMicros + micros, turnMicros);
                case COMMIT -> new Costs(statements, databaseMicros + micros, turnMicros);
                case TURN -> new Costs(statements, databaseMicros, turnMicros + micros);
            };
        }
    }

    RequestTrace(EndpointMetrics endpoint, long begunNanos, @Nullable TraceContext trace) {
        this.endpoint = endpoint;
        this.begunNanos = begunNanos;
        this.trace = trace;
    }

    /** Returns the trace of {@code request}, if it is measured. */
    public static Optional<RequestTrace> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, RequestTrace.class);
    }

    /** Returns its endpoint. */
    public EndpointMetrics endpoint() {
        return endpoint;
    }

    void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    synchronized void cost(StoreWatch.Work work, long nanos) {
        costs = costs.plus(work, nanos);
    }

    synchronized Costs costs() {
        return costs;
    }

    /** @param from the source of the document, if this shows a view */
    void answered(int answerStatus, int answerBytes, @Nullable String from) {
        status = answerStatus;
        bytes = answerBytes;
        cache = from;
    }

    /** States that the answer is a stream that begins {@code now}: its duration does not count. */
    void streams(long now) {
        begunStreamNanos = now;
    }

    /** Returns the duration until {@code now}, or until its stream began. */
    long micros(long now) {
        long end = begunStreamNanos == NOT_STREAMED ? now : begunStreamNanos;
        return TimeUnit.NANOSECONDS.toMicros(end - begunNanos);
    }

    /** Returns the status of the answer; zero if the client closed the connection first. */
    int status() {
        return status;
    }

    /** Returns the length of the answer's body as it was sent. */
    int bytes() {
        return bytes;
    }

    /** Returns its place in the client's trace, if there is one. */
    Optional<TraceContext> trace() {
        return Optional.ofNullable(trace);
    }

    Optional<String> cache() {
        return Optional.ofNullable(cache);
    }
}
