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
 * The cookie of a browser's session. It counts only for requests of the server's own page. A page of another origin can make a browser send
 * a request, on this machine even with the cookie, but cannot forge its origin (Fetch Metadata).
 */
@Singleton
public final class SessionCookie {

    /** Our own header, which a page of another origin cannot add without a preflight, which is refused. */
    public static final String OF_THE_PAGE = "Prorata-Page";

    private static final String SITE = "Sec-Fetch-Site";
    private static final String MODE = "Sec-Fetch-Mode";
    private static final String SAME_ORIGIN = "same-origin";

    /** A typed address and a bookmark have no origin. */
    private static final Set<String> NAVIGATES = Set.of(SAME_ORIGIN, "none");

    private final PublicAddress addresses;

    SessionCookie(PublicAddress addresses) {
        this.addresses = addresses;
    }

    /** Returns the session's token of {@code request}, if it comes from the page itself. */
    public Optional<String> of(HttpRequest<?> request) {
        return shown(request).filter(token -> isOfThePage(request));
    }

    /** Returns whether the request has a session cookie, from any origin. */
    public boolean isShown(HttpRequest<?> request) {
        return shown(request).isPresent();
    }

    /** Returns whether {@code request} comes from the page itself, or from a client without Fetch Metadata. */
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

    /** Returns the header that stores {@code token} in the browser. */
    public String kept(HttpRequest<?> request, String token, Duration lasts) {
        return header(addresses.of(request), token, lasts.toSeconds());
    }

    /** Returns the header that removes the session from the browser. */
    public String forgotten(HttpRequest<?> request) {
        return header(addresses.of(request), "", 0);
    }

    private static String header(Address address, String value, long seconds) {
        return name(address) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (address.isSecure() ? "; Secure" : "");
    }

    /** Cookies do not depend on the port: two servers on one machine would overwrite each other's. */
    private static String name(Address address) {
        return address.isSecure() ? "__Host-prorata" : "prorata-" + address.port();
    }
}
