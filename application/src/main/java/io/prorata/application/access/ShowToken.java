package io.prorata.application.access;

import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;

/** Shows one token, without its secret. */
public final class ShowToken {

    private final UnitOfWork work;

    public ShowToken(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such token */
    public ReadResult<Tokens.Token> show(HouseholdId household, long id) {
        return work.read(
                household,
                books -> ReadResult.of(
                        books,
                        household,
                        books.tokens()
                                .find(household, id)
                                .orElseThrow(() -> new RefusedException(new Refusal.UnknownToken(id))),
                        books.revisions().stampOf(household, ViewScopes.of(new Scope.Access()))));
    }
}
