package io.prorata.application.household;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.household.HouseholdId;

/** Shows the household's settings. */
public final class ShowHousehold {

    private final UnitOfWork work;

    public ShowHousehold(UnitOfWork work) {
        this.work = work;
    }

    public ReadResult<HouseholdSettings> show(HouseholdId household) {
        return work.read(household, books -> {
            HouseholdSettings settings = HouseholdSettings.of(household, books);
            return new ReadResult<>(
                    settings,
                    settings.household().currency(),
                    books.revisions().stampOf(household, HouseholdSettings.SCOPES),
                    books.revisions().current(household));
        });
    }
}
