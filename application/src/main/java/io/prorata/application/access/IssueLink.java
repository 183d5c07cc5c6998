package io.prorata.application.access;

import io.prorata.application.access.IssueToken.Issued;
import io.prorata.application.access.TokenDraw.Granted;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Creates a code that signs a browser in once. */
public final class IssueLink {

    /** Long enough to open the link on a phone. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final UnitOfWork work;
    private final Clock clock;
    private final SecureRandom random;

    public IssueLink(UnitOfWork work, Clock clock, SecureRandom random) {
        this.work = work;
        this.clock = clock;
        this.random = random;
    }

    /** @param command the name and the scope of the session; the end of the session does not depend on it */
    public Committed<Issued> issue(HouseholdId household, Actor actor, IssueToken.Command command) {
        return work.write(household, actor, books -> {
            Instant now = clock.instant();
            Issued issued =
                    TokenDraw.add(books, household, command, new Tokens.Use.Link(now.plus(GOOD_FOR)), now, random);
            return new Decision<>(
                    issued,
                    new Change.AccessChanged(),
                    AuditEntry.added("sign-in link issued", Granted.of(issued.token())));
        });
    }
}
