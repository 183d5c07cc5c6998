package io.prorata.application.household;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;

/** Shows the household's settings. */
public final class ShowHousehold {

    static final ViewScopes SCOPES = ViewScopes.of(new Scope.Catalogue());

    private final UnitOfWork work;

    public ShowHousehold(UnitOfWork work) {
        this.work = work;
    }

    public ReadResult<Household> show(HouseholdId household) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            return new ReadResult<>(
                    settings,
                    settings.currency(),
                    books.revisions().stampOf(household, SCOPES),
                    books.revisions().current(household));
        });
    }
}
