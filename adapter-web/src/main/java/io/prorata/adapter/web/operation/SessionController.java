package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.BrowserSessions;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.access.Public;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.application.access.IssueLink;
import io.prorata.application.port.Tokens;
import io.prorata.application.request.Access;
import jakarta.validation.Valid;

/** Sessions of browsers, for the page alone: its scripts never see a token. */
@Controller("/session")
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionController {

    private final BrowserSessions sessions;
    private final IssueLink issueLink;
    private final IdempotencyKeys once;

    SessionController(BrowserSessions sessions, IssueLink issueLink, IdempotencyKeys once) {
        this.sessions = sessions;
        this.issueLink = issueLink;
        this.once = once;
    }

    /**
     * Sign in a browser. A token, or the code of a sign-in link, which is valid once, becomes a cookie for 30 days; only the page of this
     * server may send it.
     */
    @OfPage
    @Public
    @Post
    HttpResponse<Void> begin(HttpRequest<?> request, @Body @Valid SignInRequest body) {
        return HttpResponse.<Void>noContent().header(HttpHeaders.SET_COOKIE, sessions.begin(request, body.token()));
    }

    /** Sign out. The session is not valid for later requests. */
    @OfPage
    @Delete
    @Consumes(MediaType.ALL)
    @RequiresScope(Tokens.TokenScope.READ)
    HttpResponse<Void> end(HttpRequest<?> request, Access access) {
        return HttpResponse.<Void>noContent().header(HttpHeaders.SET_COOKIE, sessions.end(request, access));
    }

    /** Create a sign-in link. The first browser that opens it within ten minutes is signed in. Only this response contains the link. */
    @Post("/links")
    @RequiresScope(Tokens.TokenScope.ADMIN)
    HttpResponse<SignInLinkResponse> link(
            HttpRequest<?> request, Access access, @Body @Valid NewSignInLinkRequest body) {
        return once.answerSecretly(request, access, body, actor -> {
            var issued = issueLink.issue(access.household(), actor, body.command());
            return Answers.made(issued, SignInLinkResponse.of(issued.result()));
        });
    }
}
