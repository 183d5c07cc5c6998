package io.prorata.adapter.web.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** The bearer token of a request (RFC 6750, section 2.1). */
public final class Bearer {

    private static final String SCHEME = "bearer ";

    private Bearer() {}

    /** Returns the token text of {@code request}, valid or not. */
    public static Optional<String> of(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
