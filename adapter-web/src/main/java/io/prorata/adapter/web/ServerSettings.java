package io.prorata.adapter.web;

import io.prorata.adapter.web.monitoring.AccessLogFormat;
import io.prorata.adapter.web.monitoring.Thresholds;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the HTTP server is set: the few choices an operator has, and the limits that are the same everywhere.
 *
 * @param requestsPerMinute how many requests a token has in a minute; zero for no limit
 * @param requestTime within which a request has to arrive from its first byte to its last
 * @param slow from when on a request is slow
 * @param accessLog how requests are logged
 */
public record ServerSettings(
        String host,
        int port,
        int requestsPerMinute,
        Duration requestTime,
        Thresholds slow,
        AccessLogFormat accessLog) {

    /** A bank file of many megabytes over a poor line takes its time. */
    private static final Duration USUAL_REQUEST_TIME = Duration.ofMinutes(2);

    /** Ten a second: more than a person with several screens makes. */
    private static final int USUAL_REQUESTS_PER_MINUTE = 600;

    /** Nobody beyond this machine reaches the server unless the operator says so. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final long LARGEST_BODY_BYTES = 16L * 1024 * 1024;

    /** With the usual limit; none on the loopback, where whoever asks is on this machine anyway. */
    public ServerSettings(String host, int port) {
        this(host, port, host.equals(LOOPBACK) ? 0 : USUAL_REQUESTS_PER_MINUTE);
    }

    public ServerSettings(String host, int port, int requestsPerMinute) {
        this(host, port, requestsPerMinute, USUAL_REQUEST_TIME, Thresholds.USUAL, AccessLogFormat.OFF);
    }

    /** Returns the same with another time in which requests have to arrive. */
    public ServerSettings within(Duration time) {
        return new ServerSettings(host, port, requestsPerMinute, time, slow, accessLog);
    }

    /** Returns the same with other thresholds. */
    public ServerSettings slowFrom(Thresholds thresholds) {
        return new ServerSettings(host, port, requestsPerMinute, requestTime, thresholds, accessLog);
    }

    /** Returns the same with another log of requests. */
    public ServerSettings logging(AccessLogFormat format) {
        return new ServerSettings(host, port, requestsPerMinute, requestTime, slow, format);
    }

    /** Returns them by Micronaut's names. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("micronaut.application.name", "prorata");
        properties.put("micronaut.server.host", host);
        properties.put("micronaut.server.port", port);
        properties.put("micronaut.server.max-request-size", LARGEST_BODY_BYTES);
        properties.put("micronaut.server.multipart.max-file-size", LARGEST_BODY_BYTES);
        properties.put("micronaut.server.idle-timeout", "60s");
        // Who sends or takes an answer too slowly does not hold a connection for ever.
        properties.put("micronaut.server.read-idle-timeout", "30s");
        properties.put("micronaut.server.write-idle-timeout", "30s");
        properties.put("prorata.request-time", requestTime.toMillis() + "ms");
        properties.put("prorata.requests-per-minute", requestsPerMinute);
        properties.put("prorata.slow", slow.toString());
        properties.put("prorata.access-log", accessLog.name());
        // Answers are compressed where they are finished, and by nobody else.
        properties.put("micronaut.server.netty.compression-threshold", -1);
        properties.put("micronaut.server.date-header", true);
        properties.put("micronaut.server.log-handled-exceptions", false);
        properties.put("micronaut.server.netty.max-header-size", 16 * 1024);
        properties.put("micronaut.server.netty.max-initial-line-length", 8 * 1024);
        // The same bytes for the same view: a field without a value is written as null.
        properties.put("micronaut.serde.serialization.inclusion", "ALWAYS");
        properties.put("micronaut.serde.property-naming-strategy", "SNAKE_CASE");
        return properties;
    }
}
