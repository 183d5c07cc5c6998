package io.prorata.application.household;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Stamped;
import io.prorata.domain.household.HouseholdId;

/** Shows the household's settings. */
public final class ShowHousehold {

    private final UnitOfWork work;

    public ShowHousehold(UnitOfWork work) {
        this.work = work;
    }

    public Stamped<HouseholdSettings> show(HouseholdId household) {
        return work.read(
                household,
                books -> new Stamped<>(
                        HouseholdSettings.of(household, books),
                        books.revisions().stampOf(household, HouseholdSettings.SCOPES),
                        books.revisions().current(household)));
    }
}
