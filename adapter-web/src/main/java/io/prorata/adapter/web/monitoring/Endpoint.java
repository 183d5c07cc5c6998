package io.prorata.adapter.web.monitoring;

import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;

/**
 * What requests are counted under.
 *
 * @param method of the request; a HEAD counts as the GET that it is
 * @param route the template of the path, without any value: {@code /transactions/{id}}
 */
public record Endpoint(String method, String route) {

    /** Of requests that no route takes: one for all, or a stranger's guesses would be rows. */
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
