package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.operation.TokensResponse.TokenResponse;
import io.prorata.application.access.IssueToken;
import io.prorata.application.access.RevokeToken;
import io.prorata.application.access.ShowToken;
import io.prorata.application.access.ShowTokens;
import io.prorata.application.port.Tokens;
import io.prorata.application.request.Access;
import jakarta.validation.Valid;
import java.net.URI;

/** Access to the household. */
@Controller("/tokens")
@RequiresScope(Tokens.TokenScope.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
class TokenController {

    private final ShowTokens showTokens;
    private final ShowToken showToken;
    private final IssueToken issueToken;
    private final RevokeToken revokeToken;
    private final IdempotencyKeys once;

    TokenController(
            ShowTokens showTokens,
            ShowToken showToken,
            IssueToken issueToken,
            RevokeToken revokeToken,
            IdempotencyKeys once) {
        this.showTokens = showTokens;
        this.showToken = showToken;
        this.issueToken = issueToken;
        this.revokeToken = revokeToken;
        this.once = once;
    }

    /** List tokens. Without their secrets; with the time of last use. */
    @Get
    @GivesRows("tokens")
    HttpResponse<TokensResponse> show(HttpRequest<?> request, Access access) {
        return Answers.shownByContent(
                request, showTokens.show(access.household()), tokens -> TokensResponse.of(tokens.thing()));
    }

    /** Get a token. Without its secret. */
    @Get("/{id}")
    HttpResponse<TokenResponse> showOne(HttpRequest<?> request, Access access, long id) {
        return Answers.shownByContent(
                request, showToken.show(access.household(), id), token -> TokenResponse.of(token.thing()));
    }

    /** Create a token. Only this response contains its secret. */
    @Post
    HttpResponse<IssuedTokenResponse> issue(HttpRequest<?> request, Access access, @Body @Valid NewTokenRequest body) {
        return once.answerSecretly(request, access, body, actor -> {
            var issued = issueToken.issue(access.household(), actor, body.command());
            return Answers.createdUntagged(
                    issued,
                    URI.create("/tokens/" + issued.result().token().id()),
                    IssuedTokenResponse.of(issued.result()));
        });
    }

    /** Revoke a token. Takes effect with the next request. */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<Void> revoke(HttpRequest<?> request, Access access, long id) {
        Answers.requireIfStated(
                request, showToken.show(access.household(), id), token -> TokenResponse.of(token.thing()));
        return Answers.gone(revokeToken.revoke(access.household(), access.actor(), id));
    }
}
