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
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;

/** Revokes a token, from the next request on. Revoking twice is no error and changes nothing. */
public final class RevokeToken {

    private final UnitOfWork work;

    public RevokeToken(UnitOfWork work) {
        this.work = work;
    }

    /** The record in the audit. */
    private record Revoked(long id, String name) {}

    /** @throws RefusedException if the household has no such token */
    public Committed<Tokens.Token> revoke(HouseholdId household, Actor actor, long id) {
        return work.write(household, actor, books -> {
            Tokens.Token token = books.tokens()
                    .find(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownToken(id)));
            if (token.revoked()) {
                return Decision.unchanged(
                        token, books.revisions().stampOf(household, ViewScopes.of(new Scope.Access())));
            }
            books.tokens().revoke(household, id);
            return new Decision<>(
                    books.tokens().find(household, id).orElseThrow(),
                    new Change.AccessChanged(),
                    AuditEntry.removed("token revoked", new Revoked(id, token.name())));
        });
    }
}
