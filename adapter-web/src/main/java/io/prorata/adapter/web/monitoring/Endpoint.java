package io.prorata.adapter.web.monitoring;

import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;

/**
 * The key of request metrics.
 *
 * @param method of the request; a HEAD counts as the GET that it is
 * @param route the template of the path, without any value: {@code /transactions/{id}}
 */
public record Endpoint(String method, String route) {

    /** One endpoint for all requests without a route, so that their number is bounded. */
    static final Endpoint NONE = new Endpoint("ANY", "(no route)");

    static Endpoint of(RouteInfo<?> info) {
        return info instanceof UriRouteInfo<?, ?> route
                ? new Endpoint(
                        route.getHttpMethodName().equals("HEAD") ? "GET" : route.getHttpMethodName(),
                        route.getUriMatchTemplate().toPathString())
                : NONE;
    }

    @Override
    public String toString() {
        return method + " " + route;
    }
}
