package io.prorata.adapter.web;

import io.prorata.adapter.web.properties.AccessLogFormat;
import io.prorata.adapter.web.properties.ServerProperties;
import io.prorata.adapter.web.properties.Thresholds;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is stated of how the HTTP server is set: whatever is not stands in {@code application.yml}. Micronaut binds it to
 * {@link ServerProperties}.
 *
 * @param properties what is stated, by the names of its properties
 */
public record ServerSettings(SortedMap<String, Object> properties) {

    /** Nobody beyond this machine reaches the server unless the operator says so. */
    public static final String LOOPBACK = ServerProperties.LOOPBACK;

    /** Nothing is stated. */
    public static final ServerSettings NONE = new ServerSettings(Collections.emptySortedMap());

    public ServerSettings {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    public ServerSettings(String host, int port) {
        this(new TreeMap<>(Map.of(name("host"), host, name("port"), port)));
    }

    public ServerSettings(String host, int port, int requestsPerMinute) {
        this(new TreeMap<>(
                Map.of(name("host"), host, name("port"), port, name("requests-per-minute"), requestsPerMinute)));
    }

    /** Returns the same, listening on this address. */
    public ServerSettings host(String host) {
        return with("host", host);
    }

    /** Returns the same, listening on this port; -1 is any that is free. */
    public ServerSettings port(int port) {
        return with("port", port);
    }

    /** Returns the same with another time in which requests have to arrive. */
    public ServerSettings within(Duration time) {
        return with("request-time", time.toMillis() + "ms");
    }

    /** Returns the same with other thresholds. */
    public ServerSettings slowFrom(Thresholds thresholds) {
        return with("slow", thresholds.toString());
    }

    /** Returns the same with another log of requests. */
    public ServerSettings logging(AccessLogFormat format) {
        return with("access-log", format.name());
    }

    /** Returns the same, known by further names as well. */
    public ServerSettings named(Collection<String> names) {
        return with("host-names", String.join(",", names));
    }

    /** Returns the same, behind proxies of these addresses. */
    public ServerSettings behind(Collection<String> addresses) {
        return with("proxies", String.join(",", addresses));
    }

    /** Returns the same, open to pages of these origins. */
    public ServerSettings openTo(Collection<String> origins) {
        return with("allowed-origins", String.join(",", origins));
    }

    /** Returns the same, and {@code others} where nothing is stated here. */
    public ServerSettings orElse(Map<String, ?> others) {
        var all = new TreeMap<String, Object>(others);
        all.putAll(properties);
        return new ServerSettings(all);
    }

    private ServerSettings with(String property, Object value) {
        var more = new TreeMap<>(properties);
        more.put(name(property), value);
        return new ServerSettings(more);
    }

    private static String name(String property) {
        return ServerProperties.PREFIX + "." + property;
    }
}
