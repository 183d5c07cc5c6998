package io.prorata.application.access;

import io.prorata.application.port.Books;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.HouseholdId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Creates tokens of every use. */
final class TokenDraw {

    private TokenDraw() {}

    /** The record of a token in the audit. */
    record Granted(long id, String name, Tokens.TokenScope scope) {

        static Granted of(Tokens.Token token) {
            return new Granted(token.id(), token.name(), token.scope());
        }
    }

    /** Creates a random token and stores its hash. */
    static IssueToken.Issued add(
            Books books,
            HouseholdId household,
            IssueToken.Command command,
            Tokens.Use use,
            Instant now,
            SecureRandom random) {
        BearerToken secret = BearerToken.draw(household, books.tokens().nextId(household), random);
        var token = new Tokens.Token(
                secret.id(),
                command.name(),
                command.scope(),
                secret.hash(),
                now.truncatedTo(ChronoUnit.SECONDS),
                false,
                Optional.empty(),
                use);
        books.tokens().add(household, token);
        return new IssueToken.Issued(token, secret);
    }
}
