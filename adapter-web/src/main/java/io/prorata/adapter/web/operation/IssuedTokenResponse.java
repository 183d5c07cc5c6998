package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.access.IssueToken;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A new token.
 *
 * @param token the secret, shown only in this answer
 */
@Serdeable.Serializable
record IssuedTokenResponse(
        long id,
        String name,
        String scope,
        String issuedAt,
        @Nullable String expiresAt,
        String token) {

    static IssuedTokenResponse of(IssueToken.Issued issued) {
        return new IssuedTokenResponse(
                issued.token().id(),
                issued.token().name(),
                issued.token().scope().name().toLowerCase(Locale.ROOT),
                issued.token().at().toString(),
                issued.token().expiresAt().map(Instant::toString).orElse(null),
                issued.secret().text());
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "token " + id;
    }
}
