package io.prorata.application.budget;

import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlanWrite;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import java.time.Clock;

/** Ends a budget from a month on. Its past stays; later terms are removed. */
public final class EndBudget {

    private final PlanWrite<Budget, BudgetTerms> budgets;

    public EndBudget(UnitOfWork work, Clock clock) {
        this.budgets = new PlanWrite<>(work, clock, new BudgetKind());
    }

    /**
     * @param from the first month without it
     * @throws RefusedException if the budget is unknown or {@code expected} is overtaken, or a month that is over would change unasked
     */
    public Committed<PlanChange<Budget>> end(
            HouseholdId household, Actor actor, long id, Precondition expected, EffectiveFrom from) {
        return budgets.end(household, actor, id, expected, from);
    }
}
