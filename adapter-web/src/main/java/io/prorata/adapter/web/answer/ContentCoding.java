package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The content codings that a client accepts (RFC 9110, section 12.5.3). */
final class ContentCoding {

    static final String GZIP = "gzip";

    private ContentCoding() {}

    static boolean takesGzip(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING)).stream()
                .flatMap(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .anyMatch(coding -> coding.equals(GZIP)
                        || coding.equals("*")
                        || (coding.startsWith("gzip;") && !coding.matches("gzip\\s*;\\s*q=0(\\.0*)?")));
    }
}
