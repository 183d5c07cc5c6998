package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.port.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tokens of a household, without their secrets. */
@Serdeable.Serializable
record TokensResponse(List<TokenResponse> tokens) {

    /**
     * A token.
     *
     * @param lastUsed the time of the last request, to within minutes; absent without a request
     * @param use header: in requests; session: in a browser's cookie; link: for one sign-in
     * @param expiresAt when it expires; absent if it does not expire
     */
    @Serdeable.Serializable
    record TokenResponse(
            long id,
            String name,
            String scope,
            String issuedAt,
            boolean revoked,
            @Nullable String lastUsed,
            String use,
            @Nullable String expiresAt) {

        static TokenResponse of(Tokens.Token token) {
            return new TokenResponse(
                    token.id(),
                    token.name(),
                    token.scope().name().toLowerCase(Locale.ROOT),
                    token.at().toString(),
                    token.revoked(),
                    token.lastUsed().map(Instant::toString).orElse(null),
                    switch (token.use()) {
                        case Tokens.Use.Header _ -> "header";
                        case Tokens.Use.Session _ -> "session";
                        case Tokens.Use.Link _ -> "link";
                    },
                    token.expiresAt().map(Instant::toString).orElse(null));
        }
    }

    static TokensResponse of(List<Tokens.Token> tokens) {
        return new TokensResponse(tokens.stream().map(TokenResponse::of).toList());
    }
}
