package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriBuilder;
import io.prorata.application.ledger.ShowTransactions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the other pages of a list are (RFC 8288): its own address with another place. The next one is reached by its cursor, which
 * stays right whatever is entered meanwhile; the one before only from a page that was asked for by its offset, because a cursor knows
 * the way on and not the way back.
 */
final class PageLinks {

    private static final Set<String> PLACES = Set.of("cursor", "offset");

    private PageLinks() {}

    static String of(HttpRequest<?> request, ShowTransactions.TransactionPage page, @Nullable String next) {
        List<String> links = new ArrayList<>();
        links.add(link(list(request), "first"));
        ShowTransactions.Query query = page.query();
        if (query.after().isEmpty() && query.offset() > 0) {
            long before = Math.max(0, query.offset() - query.limit());
            links.add(link(before == 0 ? list(request) : list(request).queryParam("offset", before), "prev"));
        }
        if (next != null) {
            links.add(link(list(request).queryParam("cursor", next), "next"));
        }
        return String.join(", ", links);
    }

    /** Returns the address of the page after this one, absent on the last. */
    static @Nullable String nextUrl(HttpRequest<?> request, @Nullable String next) {
        return next == null
                ? null
                : list(request).queryParam("cursor", next).build().toString();
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

    private static String link(UriBuilder address, String relation) {
        URI target = address.build();
        return "<" + target + ">; rel=\"" + relation + '"';
    }
}
