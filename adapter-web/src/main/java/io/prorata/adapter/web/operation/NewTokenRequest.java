package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Tokens;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that is to be made.
 *
 * @param name by which the household knows it
 * @param scope what it allows: write includes read, admin includes both
 * @param expiresAt from when on it is not valid any more; it stays valid unless stated
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
