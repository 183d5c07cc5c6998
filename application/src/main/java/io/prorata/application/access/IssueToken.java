package io.prorata.application.access;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.naming.Naming;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Creates a token. */
public final class IssueToken {

    private final UnitOfWork work;
    private final Clock clock;
    private final SecureRandom random;

    public IssueToken(UnitOfWork work, Clock clock, SecureRandom random) {
        this.work = work;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What to issue.
     *
     * @param name for people: {@code phone}
     * @param expiresAt the moment at which it expires, empty if it does not
     */
    public record Command(String name, Tokens.TokenScope scope, Optional<Instant> expiresAt) {
        public Command {
            name = Naming.name(name);
        }

        /** For a token that does not expire. */
        public Command(String name, Tokens.TokenScope scope) {
            this(name, scope, Optional.empty());
        }
    }

    /** A token and its secret, which is shown only once. */
    public record Issued(Tokens.Token token, BearerToken secret) {}

    /** @throws RefusedException if it would expire before it is issued */
    public Committed<Issued> issue(HouseholdId household, Actor actor, Command command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (command.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new RefusedException(new Refusal.BrokenRule("/expires_at", "a token expires in the future"));
        }
        return work.write(household, actor, books -> {
            Issued issued =
                    TokenDraw.add(books, household, command, new Tokens.Use.Header(command.expiresAt()), now, random);
            return new Decision<>(
                    issued,
                    new Change.AccessChanged(),
                    AuditEntry.added("token issued", TokenDraw.Granted.of(issued.token())));
        });
    }
}
