package io.prorata.adapter.web;

import io.prorata.adapter.web.monitoring.AccessLogFormat;
import io.prorata.adapter.web.monitoring.Thresholds;
import io.prorata.adapter.web.problem.BodySize;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How the HTTP server is set: the few choices an operator has, and the limits that are the same everywhere.
 *
 * @param requestsPerMinute how many requests a token has in a minute; zero for no limit
 * @param requestTime within which a request has to arrive from its first byte to its last
 * @param slow from when on a request is slow
 * @param accessLog how requests are logged
 * @param proxies addresses of proxies whose {@code X-Forwarded-Host}, {@code -Proto} and {@code -Prefix} count
 * @param hostNames under which the server is asked, besides loopback names, {@code host} and the addresses it has
 * @param allowedOrigins of pages elsewhere that may ask it, each exactly
 */
public record ServerSettings(
        String host,
        int port,
        int requestsPerMinute,
        Duration requestTime,
        Thresholds slow,
        AccessLogFormat accessLog,
        Set<String> hostNames,
        Set<String> proxies,
        Set<String> allowedOrigins) {

    /** A bank file of many megabytes over a poor line takes its time. */
    private static final Duration USUAL_REQUEST_TIME = Duration.ofMinutes(2);

    /** Ten a second: more than a person with several screens makes. */
    private static final int USUAL_REQUESTS_PER_MINUTE = 600;

    /** Nobody beyond this machine reaches the server unless the operator says so. */
    public static final String LOOPBACK = "127.0.0.1";

    /** With the usual limit; none on the loopback, where whoever asks is on this machine anyway. */
    public ServerSettings(String host, int port) {
        this(host, port, host.equals(LOOPBACK) ? 0 : USUAL_REQUESTS_PER_MINUTE);
    }

    public ServerSettings(String host, int port, int requestsPerMinute) {
        this(
                host,
                port,
                requestsPerMinute,
                USUAL_REQUEST_TIME,
                Thresholds.USUAL,
                AccessLogFormat.OFF,
                Set.of(),
                Set.of(),
                Set.of());
    }

    /** Returns the same with another time in which requests have to arrive. */
    public ServerSettings within(Duration time) {
        return new ServerSettings(
                host, port, requestsPerMinute, time, slow, accessLog, hostNames, proxies, allowedOrigins);
    }

    /** Returns the same with other thresholds. */
    public ServerSettings slowFrom(Thresholds thresholds) {
        return new ServerSettings(
                host, port, requestsPerMinute, requestTime, thresholds, accessLog, hostNames, proxies, allowedOrigins);
    }

    /** Returns the same with another log of requests. */
    public ServerSettings logging(AccessLogFormat format) {
        return new ServerSettings(
                host, port, requestsPerMinute, requestTime, slow, format, hostNames, proxies, allowedOrigins);
    }

    /** Returns the same, known by further names as well. */
    public ServerSettings named(Collection<String> names) {
        return new ServerSettings(
                host,
                port,
                requestsPerMinute,
                requestTime,
                slow,
                accessLog,
                Set.copyOf(names),
                proxies,
                allowedOrigins);
    }

    /** Returns the same, behind proxies of these addresses. */
    public ServerSettings behind(Collection<String> addresses) {
        return new ServerSettings(
                host,
                port,
                requestsPerMinute,
                requestTime,
                slow,
                accessLog,
                hostNames,
                Set.copyOf(addresses),
                allowedOrigins);
    }

    /** Returns the same, open to pages of these origins. */
    public ServerSettings openTo(Collection<String> origins) {
        return new ServerSettings(
                host, port, requestsPerMinute, requestTime, slow, accessLog, hostNames, proxies, Set.copyOf(origins));
    }

    /** Returns them by Micronaut's names. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("micronaut.application.name", "prorata");
        properties.put("micronaut.server.host", host);
        properties.put("micronaut.server.port", port);
        properties.put("micronaut.server.max-request-size", BodySize.LARGEST_BYTES);
        // As much of it at once: without it, the framework ends at 10 MiB.
        properties.put("micronaut.server.max-request-buffer-size", BodySize.LARGEST_BYTES);
        // Content codings are refused, not undone.
        properties.put("micronaut.server.netty.request-decompression-enabled", false);
        // Pages of other origins are refused where the head of a request is checked.
        properties.put("micronaut.server.cors.localhost-pass-through", true);
        properties.put("prorata.host-names", String.join(",", hostNames));
        properties.put("prorata.proxies", String.join(",", proxies));
        properties.put("prorata.allowed-origins", String.join(",", allowedOrigins));
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
