package io.prorata.application.budget;

import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;

/** Shows one budget with all its terms. */
public final class ShowBudget {

    private final UnitOfWork work;

    public ShowBudget(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such budget */
    public ReadResult<Budget> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Planned<Budget> planned = books.plans()
                    .budget(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownBudget(id)));
            return ReadResult.of(
                    books, household, planned.thing(), books.revisions().stampAt(household, planned.changedAt()));
        });
    }
}
