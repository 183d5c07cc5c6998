package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Tokens;

/**
 * A token that is to be made.
 *
 * @param name by which the household knows it
 * @param scope what it allows: write includes read, admin includes both
 */
@Serdeable
record NewTokenRequest(@Name String name, Tokens.TokenScope scope) {

    IssueToken.Command command() {
        return new IssueToken.Command(name, scope);
    }
}
