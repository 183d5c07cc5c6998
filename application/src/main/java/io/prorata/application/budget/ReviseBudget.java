package io.prorata.application.budget;

import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlanWrite;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/** Changes a budget: its terms from a month on, its last month, its category in every month. */
public final class ReviseBudget {

    private final PlanWrite<Budget, BudgetTerms> budgets;

    public ReviseBudget(UnitOfWork work, Clock clock) {
        this.budgets = new PlanWrite<>(work, clock, new BudgetKind());
    }

    /**
     * What the budget is to be.
     *
     * @param terms what is to hold from the month on; empty to leave the terms as they are
     * @param until the last month in which it holds; taken away: it has no end
     */
    public record Command(String category, Optional<BudgetTerms> terms, PatchField<YearMonth> until)
            implements PlanWrite.Reviser<Budget, BudgetTerms> {

        /** A budget of another category is another in every month, beginning with its first. */
        @Override
        public PlanWrite.Revision<Budget, BudgetTerms> over(Budget before) {
            var after = new Budget(before.id(), category, before.terms());
            Optional<PlanWrite.Moved> moved = after.equals(before)
                    ? Optional.empty()
                    : Optional.of(new PlanWrite.Moved(before.firstMonth(), "/category"));
            return new PlanWrite.Revision<>(after, terms, until, moved);
        }
    }

    /**
     * @param from of the terms; the category is the same for every month
     * @throws RefusedException if the budget is unknown or {@code expected} is overtaken, the split names somebody unknown, it would end
     *     before it begins, another budget of the category is in force, or a month that is over would change unasked
     */
    public Committed<PlanChange<Budget>> revise(
            HouseholdId household,
            Actor actor,
            long id,
            Precondition expected,
            EffectiveFrom from,
            InCurrency<Command> stated) {
        return budgets.revise(household, actor, id, expected, from, stated);
    }
}
