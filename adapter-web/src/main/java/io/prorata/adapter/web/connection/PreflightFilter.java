package io.prorata.adapter.web.connection;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.prorata.adapter.web.address.AllowedOrigins;
import org.jspecify.annotations.Nullable;

/** Answers preflight requests for allowed origins. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PreflightFilter implements Ordered {

    /** After the filters that write answers, before those that refuse requests. */
    private static final int ORDER = HIGHEST_PRECEDENCE + 1;

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Min-Revision";
    private static final String TEN_MINUTES = "600";

    private final AllowedOrigins origins;

    PreflightFilter(AllowedOrigins origins) {
        this.origins = origins;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> answer(HttpRequest<?> request) {
        boolean asks = request.getMethod() == HttpMethod.OPTIONS
                && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                && origins.allows(request.getHeaders().get(HttpHeaders.ORIGIN));
        return asks
                ? HttpResponse.noContent()
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
                        .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TEN_MINUTES)
                : null;
    }
}
