package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Links to the other pages of a list (RFC 8288): the same address with another place. The next page is linked by cursor if there is one,
 * which stays right when rows are added. The previous page is linked only from a page by offset, because cursors lead forward only.
 */
public final class PageLinks {

    private static final String OFFSET = "offset";
    private static final Set<String> PLACES = Set.of("cursor", OFFSET, "since");

    private PageLinks() {}

    /** The place of the next page: a parameter and its value. */
    public record Next(String parameter, Object value) {

        /** Returns the page after one of {@code size} items from {@code offset} on, if there are more. */
        public static Optional<Next> behind(long offset, int size, boolean hasMore) {
            return hasMore ? Optional.of(new Next(OFFSET, offset + size)) : Optional.empty();
        }

        /** Returns its address. */
        public String url(HttpRequest<?> request) {
            return list(request).queryParam(parameter, value).build().toString();
        }
    }

    /**
     * Adds links to the first, the previous and the next page.
     *
     * @param offset of this page; empty if it was requested by cursor
     */
    public static <B> HttpResponse<B> linked(
            HttpResponse<B> response, HttpRequest<?> request, OptionalLong offset, int limit, Optional<Next> next) {
        List<String> links = new ArrayList<>();
        links.add(link(list(request).build().toString(), "first"));
        if (offset.orElse(0) > 0) {
            long before = Math.max(0, offset.getAsLong() - limit);
            UriBuilder address = before == 0 ? list(request) : list(request).queryParam(OFFSET, before);
            links.add(link(address.build().toString(), "prev"));
        }
        next.ifPresent(place -> links.add(link(place.url(request), "next")));
        return with(response, String.join(", ", links));
    }

    /** Adds a link to the next page, for a list without links back. */
    public static <B> HttpResponse<B> followed(HttpResponse<B> response, HttpRequest<?> request, Optional<Next> next) {
        return next.isEmpty() ? response : with(response, link(next.get().url(request), "next"));
    }

    private static <B> HttpResponse<B> with(HttpResponse<B> response, String links) {
        return ((MutableHttpResponse<B>) response).header(HttpHeaders.LINK, links);
    }

    private static UriBuilder list(HttpRequest<?> request) {
        UriBuilder address = UriBuilder.of(request.getPath());
        request.getParameters().forEach((name, values) -> {
            if (!PLACES.contains(name)) {
                values.forEach(value -> address.queryParam(name, value));
            }
        });
        return address;
    }

    private static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + '"';
    }
}
