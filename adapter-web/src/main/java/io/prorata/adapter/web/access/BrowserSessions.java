package io.prorata.adapter.web.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.prorata.adapter.web.address.PublicAddress;
import io.prorata.adapter.web.address.PublicAddress.Address;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.access.BeginSession;
import io.prorata.application.access.EndSession;
import io.prorata.application.request.Access;
import jakarta.inject.Singleton;

/** Starts and ends sessions, and sets the browser's cookie. */
@Singleton
public final class BrowserSessions {

    private final BeginSession beginSession;
    private final EndSession endSession;
    private final SessionCookie cookie;
    private final PublicAddress addresses;

    BrowserSessions(BeginSession beginSession, EndSession endSession, SessionCookie cookie, PublicAddress addresses) {
        this.beginSession = beginSession;
        this.endSession = endSession;
        this.cookie = cookie;
        this.addresses = addresses;
    }

    /**
     * Starts a session with a token or the code of a link, and returns its cookie.
     *
     * @throws ProblemException 403 from a page of another origin, or if the browser would not keep the cookie
     */
    public String begin(HttpRequest<?> request, String token) {
        if (!SessionCookie.isNotOfAnotherSite(request)) {
            throw new ProblemException(Problem.of(
                    "foreign-origin",
                    "Pages from elsewhere are refused",
                    HttpStatus.FORBIDDEN,
                    "A page of another origin cannot sign a browser in."));
        }
        Address address = addresses.of(request);
        if (!address.isSecure() && !address.isLoopback()) {
            throw new ProblemException(Problem.of(
                    "https-needed",
                    "HTTPS required",
                    HttpStatus.FORBIDDEN,
                    "The page needs https, or an address of this machine: browsers keep its session only so."));
        }
        return cookie.kept(request, beginSession.begin(token).result().secret().text(), BeginSession.LASTS);
    }

    /**
     * Ends the session of {@code request}, and returns the cookie that removes it.
     *
     * @throws ProblemException 422 if it has none
     */
    public String end(HttpRequest<?> request, Access access) {
        String shown = cookie.of(request)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "sign-in-refused",
                        "Sign-in refused",
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "No session is shown; a token is revoked at /tokens.")));
        endSession.end(access, shown);
        return cookie.forgotten(request);
    }
}
