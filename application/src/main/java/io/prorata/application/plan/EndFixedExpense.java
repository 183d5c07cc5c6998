package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;

/** Ends a bill from a month on. Its past stays; later terms are removed. */
public final class EndFixedExpense {

    private final PlanWrite<FixedExpense, FixedTerms> bills;

    public EndFixedExpense(UnitOfWork work, Clock clock) {
        this.bills = new PlanWrite<>(work, clock, new BillKind());
    }

    /**
     * @param from the first month without it
     * @throws RefusedException if the bill is unknown or {@code expected} is overtaken, or a month that is over would change unasked
     */
    public Committed<PlanChange<FixedExpense>> end(
            HouseholdId household, Actor actor, long id, Precondition expected, EffectiveFrom from) {
        return bills.end(household, actor, id, expected, from);
    }
}
