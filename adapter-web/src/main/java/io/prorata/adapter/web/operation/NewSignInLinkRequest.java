package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Tokens;

/**
 * A new sign-in link.
 *
 * @param name the name of the new session
 * @param scope the scope of the session: write includes read, admin includes both
 */
@Serdeable
record NewSignInLinkRequest(@Name String name, Tokens.TokenScope scope) {

    IssueToken.Command command() {
        return new IssueToken.Command(name, scope);
    }
}
