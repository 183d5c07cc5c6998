package io.prorata.adapter.web.address;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Puts the prefix under which a proxy has the server before the paths in {@code Location} and {@code Link}. Paths in bodies begin at the
 * server: they are kept, and the same for whoever asks by whatever way.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PrefixFilter implements Ordered {

    /** Behind what writes answers down, before all that makes them. */
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
