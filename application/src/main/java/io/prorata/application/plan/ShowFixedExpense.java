package io.prorata.application.plan;

import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;

/** Shows one bill with all its terms. */
public final class ShowFixedExpense {

    private final UnitOfWork work;

    public ShowFixedExpense(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such bill */
    public ReadResult<FixedExpense> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Planned<FixedExpense> planned = books.plans()
                    .fixedExpense(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownFixedExpense(id)));
            return ReadResult.of(
                    books, household, planned.thing(), books.revisions().stampAt(household, planned.changedAt()));
        });
    }
}
