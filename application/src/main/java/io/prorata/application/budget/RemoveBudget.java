package io.prorata.application.budget;

import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import java.time.Clock;

/** Removes a budget that was stated by mistake, as if it had never been. Nothing refers to a budget. */
public final class RemoveBudget {

    private final UnitOfWork work;
    private final Clock clock;

    public RemoveBudget(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws RefusedException if the budget is unknown, or {@code expected} is overtaken */
    public Committed<PlanChange<Budget>> remove(HouseholdId household, Actor actor, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Planned<Budget> planned = books.plans()
                    .budget(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownBudget(id)));
            expected.check(books.revisions().stampAt(household, planned.changedAt()));
            Budget budget = planned.thing();
            books.plans().removeBudget(household, id);
            return new Decision<>(
                    new PlanChange<>(budget, settings.currency(), new PlansMoved(settings, clock).by(budget)),
                    new Change.BudgetEnded(budget.firstMonth()),
                    AuditEntry.removed("budget removed", budget));
        });
    }
}
