package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Tokens;

/**
 * A sign-in link that is to be made.
 *
 * @param name by which the household knows the session that it begins
 * @param scope what the session allows: write includes read, admin includes both
 */
@Serdeable
record NewSignInLinkRequest(@Name String name, Tokens.TokenScope scope) {

    IssueToken.Command command() {
        return new IssueToken.Command(name, scope);
    }
}
