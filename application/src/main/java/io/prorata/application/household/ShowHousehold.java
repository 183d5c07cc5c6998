package io.prorata.application.household;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Stamped;
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

    public Stamped<Household> show(HouseholdId household) {
        return work.read(
                household,
                books -> new Stamped<>(
                        books.households().get(household),
                        books.revisions().stampOf(household, SCOPES),
                        books.revisions().current(household)));
    }
}
