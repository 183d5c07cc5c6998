package io.prorata.adapter.web.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** What a request shows to prove who asks (RFC 6750, section 2.1). */
public final class Bearer {

    private static final String SCHEME = "bearer ";

    private Bearer() {}

    /** Returns the token that {@code request} shows, whether it is one or not. */
    public static Optional<String> of(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
