package io.prorata.application;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Finds out who asks. A revoked token is refused from the next request on. */
public final class Authenticate {

    private final UnitOfWork work;

    public Authenticate(UnitOfWork work) {
        this.work = work;
    }

    /** Returns what the bearer of {@code text} may do; empty for a token that is malformed, unknown, wrong or revoked. */
    public Optional<Access> authenticate(String text) {
        return BearerToken.read(text)
                .flatMap(shown -> work.read(
                        shown.household(),
                        books -> books.tokens()
                                .find(shown.household(), shown.id())
                                .filter(kept -> !kept.revoked() && isOf(kept, shown))
                                .map(kept -> new Access(shown.household(), kept.scope(), actor(kept)))));
    }

    /** Takes the same time wherever the two differ, so that nobody guesses a hash letter by letter. */
    private static boolean isOf(Tokens.Token kept, BearerToken shown) {
        return MessageDigest.isEqual(
                kept.hash().getBytes(StandardCharsets.US_ASCII), shown.hash().getBytes(StandardCharsets.US_ASCII));
    }

    private static Actor actor(Tokens.Token token) {
        return new Actor("token " + token.id() + " (" + token.name() + ")");
    }
}
