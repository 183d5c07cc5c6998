package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.access.Public;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.access.SessionCookie;
import io.prorata.adapter.web.address.PublicAddress;
import io.prorata.adapter.web.address.PublicAddress.Address;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.access.BeginSession;
import io.prorata.application.access.EndSession;
import io.prorata.application.access.IssueLink;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Access;
import java.util.function.Supplier;

/** Sessions of browsers: for the page alone, whose scripts never see a token. */
@Controller("/session")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionController {

    private final BeginSession beginSession;
    private final EndSession endSession;
    private final IssueLink issueLink;
    private final SessionCookie cookie;
    private final PublicAddress addresses;
    private final IdempotencyKeys once;

    SessionController(
            BeginSession beginSession,
            EndSession endSession,
            IssueLink issueLink,
            SessionCookie cookie,
            PublicAddress addresses,
            IdempotencyKeys once) {
        this.beginSession = beginSession;
        this.endSession = endSession;
        this.issueLink = issueLink;
        this.cookie = cookie;
        this.addresses = addresses;
        this.once = once;
    }

    /**
     * Sign in a browser. A token, or the code of a sign-in link, which is used up, becomes a cookie for 30 days; only the page of this
     * server may send it.
     */
    @OfPage
    @Public
    @Post
    HttpResponse<Void> begin(HttpRequest<?> request, @Body byte[] body) {
        JsonObjectReader fields = JsonObjectReader.of(body, "token");
        var parts = new ErrorCollector();
        Supplier<String> token = parts.read(() -> fields.text("token"));
        parts.complete();
        return signedIn(request, beginSession, cookie, addresses, token.get());
    }

    /**
     * Begins a session in the browser that sent {@code request}.
     *
     * @throws ProblemException 403 from a page elsewhere, or where the cookie would not be kept
     */
    static HttpResponse<Void> signedIn(
            HttpRequest<?> request,
            BeginSession beginSession,
            SessionCookie cookie,
            PublicAddress addresses,
            String token) {
        if (!SessionCookie.isNotOfAnotherSite(request)) {
            throw new ProblemException(Problem.of(
                    "foreign-origin",
                    "Pages from elsewhere are refused",
                    HttpStatus.FORBIDDEN,
                    "A page from elsewhere does not sign anybody in."));
        }
        Address address = addresses.of(request);
        if (!address.isSecure() && !address.isLoopback()) {
            throw new ProblemException(Problem.of(
                    "https-needed",
                    "HTTPS required",
                    HttpStatus.FORBIDDEN,
                    "The page needs https, or an address of this machine: browsers keep its session only so."));
        }
        Committed<IssueToken.Issued> begun = beginSession.begin(token);
        return HttpResponse.<Void>noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie.kept(request, begun.result().secret().text(), BeginSession.LASTS));
    }

    /** Sign out. The session is over with the next request. */
    @OfPage
    @Delete
    @Consumes(MediaType.ALL)
    @RequiresScope(Tokens.TokenScope.READ)
    HttpResponse<Void> end(HttpRequest<?> request, Access access) {
        String shown = cookie.of(request)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "sign-in-refused",
                        "Sign-in refused",
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "No session is shown; a token is revoked at /tokens.")));
        return Answers.gone(endSession.end(access, shown)).header(HttpHeaders.SET_COOKIE, cookie.forgotten(request));
    }

    /** Create a sign-in link. Whoever opens it within ten minutes, once, is signed in; it is in this response and nowhere else. */
    @Post("/links")
    @RequiresScope(Tokens.TokenScope.ADMIN)
    HttpResponse<SignInLinkResponse> link(HttpRequest<?> request, Access access, @Body byte[] body) {
        return once.answerSecretly(request, access, body, () -> {
            var issued = issueLink.issue(access.household(), access.actor(), TokenController.command(body));
            return Answers.made(issued, SignInLinkResponse.of(issued.result()));
        });
    }
}
