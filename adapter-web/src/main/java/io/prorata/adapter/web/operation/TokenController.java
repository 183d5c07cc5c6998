package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.Needs;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.Once;
import io.prorata.adapter.web.json.Fields;
import io.prorata.application.Access;
import io.prorata.application.IssueToken;
import io.prorata.application.RevokeToken;
import io.prorata.application.ShowTokens;
import io.prorata.application.port.Tokens;
import io.prorata.domain.naming.Naming;
import java.net.URI;

/** Who has access to the household. */
@Controller("/tokens")
@Needs(Tokens.Scope.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TokenController {

    private final ShowTokens showTokens;
    private final IssueToken issueToken;
    private final RevokeToken revokeToken;
    private final Once once;

    TokenController(ShowTokens showTokens, IssueToken issueToken, RevokeToken revokeToken, Once once) {
        this.showTokens = showTokens;
        this.issueToken = issueToken;
        this.revokeToken = revokeToken;
        this.once = once;
    }

    /** Lists the tokens, without their secrets, and when each was last used. */
    @Get
    HttpResponse<TokensResponse> show(HttpRequest<?> request, Access access) {
        return Answers.shownByContent(request, showTokens.show(access.household()), TokensResponse::of);
    }

    /** Issues a token; its secret is in this answer and nowhere else. */
    @Post
    HttpResponse<IssuedTokenResponse> issue(HttpRequest<?> request, Access access, @Body byte[] body) {
        return once.answerSecretly(request, access, body, () -> {
            var issued = issueToken.issue(access.household(), access.actor(), command(body));
            return Answers.created(
                    issued,
                    URI.create("/tokens/" + issued.result().token().id()),
                    IssuedTokenResponse.of(issued.result()));
        });
    }

    /** Revokes a token, with effect on the next request. */
    @Delete("/{id}")
    HttpResponse<Void> revoke(Access access, long id) {
        return Answers.gone(revokeToken.revoke(access.household(), access.actor(), id));
    }

    private static IssueToken.Command command(byte[] body) {
        Fields fields = Fields.of(body, "name", "scope");
        String name = fields.ruled("name", () -> Naming.name(fields.text("name")));
        return new IssueToken.Command(name, fields.oneOf("scope", Tokens.Scope.class));
    }
}
