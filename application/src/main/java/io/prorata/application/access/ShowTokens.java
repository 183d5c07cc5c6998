package io.prorata.application.access;

import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** Shows all tokens, without secrets. */
public final class ShowTokens {

    private static final ViewScopes SCOPES = ViewScopes.of(new Scope.Access());

    private final UnitOfWork work;

    public ShowTokens(UnitOfWork work) {
        this.work = work;
    }

    public ReadResult<List<Tokens.Token>> show(HouseholdId household) {
        return work.read(
                household,
                books -> ReadResult.of(
                        books,
                        household,
                        books.tokens().all(household),
                        books.revisions().stampOf(household, SCOPES)));
    }
}
