package io.prorata.application.access;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.naming.Naming;
import java.security.SecureRandom;
import java.time.Clock;

/** Gives somebody access. */
public final class IssueToken {

    private final UnitOfWork work;
    private final Clock clock;
    private final SecureRandom random;

    public IssueToken(UnitOfWork work, Clock clock, SecureRandom random) {
        this.work = work;
        this.clock = clock;
        this.random = random;
    }

    /** @param name by which the household knows it: {@code phone} */
    public record Command(String name, Tokens.TokenScope scope) {
        public Command {
            name = Naming.name(name);
        }
    }

    /** A token and its secret, which is shown this once. */
    public record Issued(Tokens.Token token, BearerToken secret) {}

    public Committed<Issued> issue(HouseholdId household, Actor actor, Command command) {
        return work.write(household, actor, books -> {
            Issued issued = TokenDraw.add(books, household, command, new Tokens.Use.Header(), clock.instant(), random);
            return new Decision<>(
                    issued,
                    new Change.AccessChanged(),
                    AuditEntry.added("token issued", TokenDraw.Granted.of(issued.token())));
        });
    }
}
