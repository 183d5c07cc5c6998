package io.prorata.adapter.web.address;

import io.netty.util.NetUtil;
import io.prorata.adapter.web.properties.ServerProperties;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The host names of the server. Any site can point a name of its own at this machine, and would then have the same origin as the server
 * (DNS rebinding); but a browser sends that name as {@code Host}.
 *
 * <p>Loopback names are always allowed, and so is the address at which a connection arrived, because it needs no lookup.
 */
@Singleton
public final class HostNames {

    private static final String LOCALHOST = "localhost";

    /** A name or an IPv4 address, or an IPv6 address in brackets, and perhaps a port (RFC 9110, section 7.2). */
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([0-9A-Za-z_.-]{1,255}))(?::[0-9]{0,5})?");

    private final Set<String> names;

    @Inject
    HostNames(ServerProperties properties) {
        this(properties.host(), properties.hostNames());
    }

    /**
     * @param listensAt the address of the server
     * @param added further names
     */
    HostNames(String listensAt, List<String> added) {
        this.names = Stream.concat(Stream.of(listensAt), added.stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !isWildcard(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the name in {@code authority}, in lower case, without port and brackets; empty if it is invalid. */
    public static Optional<String> nameOf(String authority) {
        Matcher form = AUTHORITY.matcher(authority);
        if (!form.matches()) {
            return Optional.empty();
        }
        String name = form.group(1) == null ? form.group(2) : form.group(1);
        String unrooted = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return Optional.of(unrooted.toLowerCase(Locale.ROOT));
    }

    /** Whether {@code name} is a loopback name. */
    static boolean isLoopback(String name) {
        InetAddress stated = address(name);
        return name.equals(LOCALHOST)
                || name.endsWith("." + LOCALHOST)
                || (stated != null && stated.isLoopbackAddress());
    }

    /** @param arrivedAt the server's end of the connection */
    public boolean accepts(String name, @Nullable SocketAddress arrivedAt) {
        return name.equals(LOCALHOST)
                || name.endsWith("." + LOCALHOST)
                || names.contains(name)
                || isOwnAddress(name, arrivedAt);
    }

    private static boolean isOwnAddress(String name, @Nullable SocketAddress arrivedAt) {
        InetAddress stated = address(name);
        return stated != null
                && (stated.isLoopbackAddress()
                        || (arrivedAt instanceof InetSocketAddress own && stated.equals(own.getAddress())));
    }

    private static boolean isWildcard(String name) {
        InetAddress address = address(name);
        return address != null && address.isAnyLocalAddress();
    }

    /** Returns {@code name} as an address; null if it is a name, which is not looked up. */
    private static @Nullable InetAddress address(String name) {
        return NetUtil.createInetAddressFromIpAddressString(name);
    }
}
