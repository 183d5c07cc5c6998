package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Tokens;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new token.
 *
 * @param name the name of the token
 * @param scope the scope of the token: write includes read, admin includes both
 * @param expiresAt when it expires; without it, it does not expire
 */
@Serdeable
record NewTokenRequest(
        @Name String name,
        Tokens.TokenScope scope,
        @Nullable Instant expiresAt) {

    IssueToken.Command command() {
        return new IssueToken.Command(name, scope, Optional.ofNullable(expiresAt));
    }
}
