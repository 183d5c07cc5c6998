package io.prorata.application;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
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

    /**
     * Returns what the operator may do for a household: all of it, because the database file is theirs. Empty if there is no such
     * household.
     */
    public Optional<Access> operatorFor(HouseholdId household) {
        return work.read(
                household,
                books -> books.households().all().stream()
                        .filter(listed -> listed.id().equals(household))
                        .findFirst()
                        .map(listed -> new Access(household, Tokens.Scope.ADMIN, Actor.COMMAND_LINE)));
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
