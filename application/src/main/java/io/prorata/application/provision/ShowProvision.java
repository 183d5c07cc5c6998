package io.prorata.application.provision;

import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Provision;

/** Shows one provision with all its terms. */
public final class ShowProvision {

    private final UnitOfWork work;

    public ShowProvision(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such provision */
    public ReadResult<Provision> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Planned<Provision> planned = books.plans()
                    .provision(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownProvision(id)));
            return ReadResult.of(
                    books, household, planned.thing(), books.revisions().stampAt(household, planned.changedAt()));
        });
    }
}
