package io.prorata.adapter.web.address;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Adds the prefix of a proxy to the paths in {@code Location} and {@code Link}. Paths in bodies have no prefix: bodies are cached and are
 * the same for all clients.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PrefixFilter implements Ordered {

    /** After the filters that write answers, before everything that makes them. */
    private static final int ORDER = HIGHEST_PRECEDENCE + 2;

    private final PublicAddress addresses;

    PrefixFilter(PublicAddress addresses) {
        this.addresses = addresses;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @ResponseFilter
    void prefix(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        String location = headers.get(HttpHeaders.LOCATION);
        String links = headers.get(HttpHeaders.LINK);
        if (location == null && links == null) {
            return;
        }
        String prefix = addresses.of(request).prefix();
        if (prefix.isEmpty()) {
            return;
        }
        if (location != null && location.startsWith("/")) {
            headers.set(HttpHeaders.LOCATION, prefix + location);
        }
        if (links != null) {
            headers.set(HttpHeaders.LINK, links.replace("</", "<" + prefix + "/"));
        }
    }
}
