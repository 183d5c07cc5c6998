package io.prorata.adapter.web.access;

import io.micronaut.http.HttpRequest;
import io.prorata.adapter.web.problem.RequestId;
import io.prorata.adapter.web.properties.ServerProperties;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests with invalid tokens, and computes the delay of their answers: ten of an address are answered at once, then one a second.
 * Valid tokens are never delayed.
 */
@Singleton
public final class FailedTokens {

    private static final Logger LOG = LoggerFactory.getLogger(FailedTokens.class);

    private static final int AT_ONCE = 10;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Above this number, addresses without recent failures are removed. */
    private static final int MANY = 10_000;

    /** Of an IPv6 address; a user can choose the rest. */
    private static final int NETWORK_BYTES = 8;

    private final long apartNanos;
    private final LongAdder all = new LongAdder();
    private final Map<String, Failures> ofAddresses = new ConcurrentHashMap<>();

    /**
     * The failures of one address.
     *
     * @param paidUntil the time at which all of them have been answered, one after the other
     * @param count since the last quiet period
     */
    private record Failures(long paidUntil, long count) {

        Failures another(Failures first, long apartNanos, long now) {
            return isQuiet(now) ? first : new Failures(paidUntil + apartNanos, count + 1);
        }

        boolean isQuiet(long now) {
            return paidUntil - now <= 0;
        }

        long waitNanos(long apartNanos, long now) {
            return Math.clamp(paidUntil - now - AT_ONCE * apartNanos, 0, LONGEST_WAIT_NANOS);
        }
    }

    FailedTokens(ServerProperties properties) {
        this.apartNanos = properties.failedTokensApart().toNanos();
    }

    /** Returns the number since the start. */
    public long count() {
        return all.sum();
    }

    /** Counts {@code request} and returns its delay in milliseconds. */
    long failed(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        all.increment();
        long now = System.nanoTime();
        if (ofAddresses.size() >= MANY) {
            ofAddresses.values().removeIf(failures -> failures.isQuiet(now));
        }
        Failures failures = ofAddresses.merge(
                network(address),
                new Failures(now + apartNanos, 1),
                (known, first) -> known.another(first, apartNanos, now));
        if (isPowerOfTen(failures.count())) {
            LOG.warn(
                    "request {}: unknown or revoked token; failure {} of {}",
                    RequestId.of(request),
                    failures.count(),
                    address == null ? "an unknown address" : address.getHostAddress());
        }
        return TimeUnit.NANOSECONDS.toMillis(failures.waitNanos(apartNanos, now));
    }

    /** One line for each would fill the log. */
    private static boolean isPowerOfTen(long count) {
        long rest = count;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }

    private static String network(@Nullable InetAddress address) {
        if (address == null) {
            return "";
        }
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), address.getAddress().length);
        try {
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has as many bytes as it had before", e);
        }
    }
}
