package io.prorata.adapter.web.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.prorata.adapter.web.address.PublicAddress;
import io.prorata.adapter.web.address.PublicAddress.Address;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The cookie in which a browser keeps its session. It counts only for requests that the page itself makes: a page elsewhere can make a
 * browser send a request, and on this machine even the cookie with it, but not say that it comes from here (Fetch Metadata).
 */
@Singleton
public final class SessionCookie {

    /** Our own header, which a page elsewhere cannot add without asking first, and would be refused. */
    public static final String OF_THE_PAGE = "Prorata-Page";

    private static final String SITE = "Sec-Fetch-Site";
    private static final String MODE = "Sec-Fetch-Mode";
    private static final String SAME_ORIGIN = "same-origin";

    /** A typed address and a bookmark come from nowhere. */
    private static final Set<String> NAVIGATES = Set.of(SAME_ORIGIN, "none");

    private final PublicAddress addresses;

    SessionCookie(PublicAddress addresses) {
        this.addresses = addresses;
    }

    /** Returns the session's token that {@code request} shows, if it comes from the page itself. */
    public Optional<String> of(HttpRequest<?> request) {
        return shown(request).filter(token -> isOfThePage(request));
    }

    /** Returns whether a session is shown, by whomever. */
    public boolean isShown(HttpRequest<?> request) {
        return shown(request).isPresent();
    }

    /** Returns whether {@code request} comes from the page itself, or from no browser that says where from. */
    public static boolean isNotOfAnotherSite(HttpRequest<?> request) {
        String site = request.getHeaders().get(SITE);
        return site == null || site.equals(SAME_ORIGIN);
    }

    private static boolean isOfThePage(HttpRequest<?> request) {
        String site = request.getHeaders().get(SITE);
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        boolean navigates = reads && "navigate".equals(request.getHeaders().get(MODE));
        return site == null
                ? request.getHeaders().contains(OF_THE_PAGE)
                : site.equals(SAME_ORIGIN) || (navigates && NAVIGATES.contains(site));
    }

    private Optional<String> shown(HttpRequest<?> request) {
        String name = name(addresses.of(request)) + "=";
        return request.getHeaders().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name))
                .map(cookie -> cookie.substring(name.length()))
                .findFirst();
    }

    /** Returns the header by which a browser keeps {@code token}. */
    public String kept(HttpRequest<?> request, String token, Duration lasts) {
        return header(addresses.of(request), token, lasts.toSeconds());
    }

    /** Returns the header by which a browser forgets its session. */
    public String forgotten(HttpRequest<?> request) {
        return header(addresses.of(request), "", 0);
    }

    private static String header(Address address, String value, long seconds) {
        return name(address) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (address.isSecure() ? "; Secure" : "");
    }

    /** Cookies know no ports: two servers on one machine would take each other's. */
    private static String name(Address address) {
        return address.isSecure() ? "__Host-prorata" : "prorata-" + address.port();
    }
}
