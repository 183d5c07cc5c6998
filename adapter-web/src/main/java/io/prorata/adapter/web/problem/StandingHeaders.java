package io.prorata.adapter.web.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.netty.util.AsciiString;
import java.util.List;

/** The headers that every answer has: by what it is found in the log, and what a browser may do with it. */
public final class StandingHeaders {

    /** As bytes already: they are sent with every answer. */
    private static final List<Standing> ALWAYS = List.of(
            Standing.of("X-Content-Type-Options", "nosniff"),
            Standing.of("Referrer-Policy", "no-referrer"),
            Standing.of("Cross-Origin-Resource-Policy", "same-origin"),
            Standing.of(HttpHeaders.VARY, "Authorization, Accept-Encoding"));

    private static final List<Standing> UNLESS_SET = List.of(
            Standing.of("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            Standing.of(HttpHeaders.CACHE_CONTROL, "no-store"));

    private StandingHeaders() {}

    private record Standing(CharSequence name, CharSequence value) {

        static Standing of(String name, String value) {
            return new Standing(new AsciiString(name), new AsciiString(value));
        }
    }

    /** Sets them; a policy or a rule for caches that the answer has already stays. */
    public static void set(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set(RequestId.HEADER, RequestId.of(request));
        ALWAYS.forEach(standing -> headers.set(standing.name(), standing.value()));
        for (Standing standing : UNLESS_SET) {
            if (!headers.contains(standing.name())) {
                headers.set(standing.name(), standing.value());
            }
        }
    }
}
