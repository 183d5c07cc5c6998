package io.prorata.adapter.web.properties;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.naming.NameUtils;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the HTTP server is set, as Micronaut binds it: {@code prorata.*} of the options of the command line, else of the environment, else of
 * the file that the operator names, else of {@code application.yml}, which states all but what may be absent.
 *
 * @param host the address to listen on
 * @param port -1 for any that is free
 * @param requestsPerMinute of a token, zero for no limit; absent where the host decides
 * @param requestTime within which a request has to arrive from its first byte to its last
 * @param slow from when on a request is slow, as {@link Thresholds#parse} reads it
 * @param accessLog how requests are logged
 * @param hostNames under which the server is asked, besides loopback names, {@code host} and the addresses it has
 * @param proxies addresses of proxies whose {@code X-Forwarded-Host}, {@code -Proto} and {@code -Prefix} count
 * @param allowedOrigins of pages elsewhere that may ask it with a token, each exactly
 * @param failedTokensApart how long an address that shows unknown tokens waits between two of them
 * @param changesHeartbeat how long a stream of changes is silent at most
 */
@ConfigurationProperties(ServerProperties.PREFIX)
public record ServerProperties(
        String host,
        int port,
        @Nullable Integer requestsPerMinute,
        Duration requestTime,
        String slow,
        AccessLogFormat accessLog,
        List<String> hostNames,
        List<String> proxies,
        List<String> allowedOrigins,
        Duration failedTokensApart,
        Duration changesHeartbeat) {

    /** What their names begin with. */
    public static final String PREFIX = "prorata";

    /** Nobody beyond this machine reaches the server unless the operator says so. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Ten a second: more than a person with several screens makes. */
    private static final int USUAL_REQUESTS_PER_MINUTE = 600;

    /** Returns the names of all properties: {@code prorata.request-time} and so on. */
    public static SortedSet<String> names() {
        return Arrays.stream(ServerProperties.class.getRecordComponents())
                .map(component -> PREFIX + "." + NameUtils.hyphenate(component.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the stated limit; otherwise the default, or none on the loopback, where clients are on this machine. */
    public int limit() {
        return requestsPerMinute != null ? requestsPerMinute : host.equals(LOOPBACK) ? 0 : USUAL_REQUESTS_PER_MINUTE;
    }

    /** @throws IllegalArgumentException if they cannot be read */
    public Thresholds thresholds() {
        return Thresholds.parse(slow);
    }
}
