package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.netty.util.AsciiString;
import java.util.List;

/** The headers of every answer: the request id, and policies for browsers. */
public final class CommonHeaders {

    /** Encoded once, because every answer has them. */
    private static final List<HeaderSource> ALWAYS = List.of(
            HeaderSource.of("X-Content-Type-Options", "nosniff"),
            HeaderSource.of("Cross-Origin-Resource-Policy", "same-origin"),
            HeaderSource.of(HttpHeaders.VARY, "Accept, Authorization, Accept-Encoding"));

    private static final List<HeaderSource> UNLESS_SET = List.of(
            HeaderSource.of("Referrer-Policy", "no-referrer"),
            HeaderSource.of("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            HeaderSource.of(HttpHeaders.CACHE_CONTROL, "no-store"));

    private CommonHeaders() {}

    private record HeaderSource(CharSequence name, CharSequence value) {

        static HeaderSource of(String name, String value) {
            return new HeaderSource(new AsciiString(name), new AsciiString(value));
        }
    }

    /** Sets the headers; a policy or a cache rule of the answer takes precedence. */
    public static void set(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set(RequestId.HEADER, RequestId.of(request));
        ALWAYS.forEach(standing -> headers.set(standing.name(), standing.value()));
        for (HeaderSource standing : UNLESS_SET) {
            if (!headers.contains(standing.name())) {
                headers.set(standing.name(), standing.value());
            }
        }
    }
}
