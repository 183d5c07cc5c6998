package io.prorata.adapter.web.address;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.netty.util.NetUtil;
import io.prorata.adapter.web.properties.ServerProperties;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The address of this server as the client sees it: its own, or that of a known proxy. */
@Singleton
public final class PublicAddress {

    private static final String HTTPS = "https";
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]+)+");
    private static final Pattern PORT = Pattern.compile(".*:([0-9]{1,5})");

    private final Set<InetAddress> proxies;
    private final HostNames names;

    PublicAddress(ServerProperties properties, HostNames names) {
        this.names = names;
        this.proxies = properties.proxies().stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(NetUtil::createInetAddressFromIpAddressString)
                .map(Objects::requireNonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * An address of the server.
     *
     * @param authority the name and perhaps a port
     * @param prefix of every path: empty, or a slash and more, without one at the end
     */
    public record Address(String scheme, String authority, String prefix) {

        public boolean isSecure() {
            return scheme.equals(HTTPS);
        }

        /** Whether the name is a loopback name. */
        public boolean isLoopback() {
            return HostNames.nameOf(authority).filter(HostNames::isLoopback).isPresent();
        }

        /** Returns the port. */
        public int port() {
            var form = PORT.matcher(authority);
            return form.matches() ? Integer.parseInt(form.group(1)) : isSecure() ? 443 : 80;
        }

        /** Returns the address of {@code path}, which begins with a slash. */
        public String url(String path) {
            return scheme + "://" + authority + prefix + path;
        }
    }

    /** Returns the address for {@code request}; headers of a proxy count only if it is configured. */
    public Address of(HttpRequest<?> request) {
        String host = Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.HOST), "localhost");
        if (!proxies.contains(request.getRemoteAddress().getAddress())) {
            return new Address("http", host, "");
        }
        String scheme = said(request, "X-Forwarded-Proto").filter(HTTPS::equals).orElse("http");
        String authority = said(request, "X-Forwarded-Host")
                .filter(stated -> HostNames.nameOf(stated)
                        .filter(name -> names.accepts(name, request.getServerAddress()))
                        .isPresent())
                .orElse(host);
        String prefix = said(request, "X-Forwarded-Prefix")
                .map(stated -> stated.endsWith("/") ? stated.substring(0, stated.length() - 1) : stated)
                .filter(stated -> PREFIX.matcher(stated).matches())
                .orElse("");
        return new Address(scheme, authority, prefix);
    }

    /** The nearest proxy is the known one; its value is the last. */
    private static Optional<String> said(HttpRequest<?> request, String header) {
        return Optional.ofNullable(request.getHeaders().get(header))
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip());
    }
}
