package io.prorata.application.access;

import io.prorata.application.access.TokenDraw.Granted;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Access;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;

/** Signs a browser out: the session is invalid from the next request on. */
public final class EndSession {

    private final UnitOfWork work;

    public EndSession(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param access of the session
     * @param text the session's token
     * @throws RefusedException if it is not a session
     */
    public Committed<Tokens.Token> end(Access access, String text) {
        HouseholdId household = access.household();
        long id = BearerToken.read(text)
                .filter(shown -> shown.household().equals(household))
                .map(BearerToken::id)
                .orElseThrow(() -> new RefusedException(new Refusal.SignInRefused()));
        return work.write(household, access.actor(), books -> {
            Tokens.Token session = books.tokens()
                    .find(household, id)
                    .filter(token -> token.use() instanceof Tokens.Use.Session)
                    .orElseThrow(() -> new RefusedException(new Refusal.SignInRefused()));
            books.tokens().revoke(household, id);
            return new Decision<>(
                    session.asRevoked(),
                    new Change.AccessChanged(),
                    AuditEntry.removed("session ended", Granted.of(session)));
        });
    }
}
