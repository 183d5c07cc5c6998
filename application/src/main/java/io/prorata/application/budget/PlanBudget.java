package io.prorata.application.budget;

import io.prorata.application.plan.MemberCheck;
import io.prorata.application.plan.NewTimeline;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/** States what a category is expected to cost a month. */
public final class PlanBudget {

    private final UnitOfWork work;
    private final Clock clock;

    public PlanBudget(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What to plan.
     *
     * @param from the current month of the household if empty
     * @param until the last month in which it holds; empty for no end
     * @param dryRun whether to say only what would become of it; the budget has the id 0 then
     */
    public record Command(
            String category, BudgetTerms terms, Optional<YearMonth> from, Optional<YearMonth> until, boolean dryRun) {}

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @throws io.prorata.domain.RefusedException if its split names somebody unknown, it ends before it begins, or another budget of the
     *     category is in force
     */
    public Committed<PlanChange<Budget>> plan(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            MemberCheck.requireAll(settings, command.terms().split());
            YearMonth from = command.from().orElse(settings.monthAt(clock.instant()));
            var budget = new Budget(
                    command.dryRun() ? 0 : books.plans().nextBudgetId(household),
                    command.category(),
                    NewTimeline.between(from, command.until(), command.terms()));
            BudgetKind.requireAlone(books.plans(), household, budget);
            var planned = new PlanChange<>(budget, settings.currency(), new PlansMoved(settings, clock).by(budget));
            if (command.dryRun()) {
                return Decision.unchanged(planned, Stamp.NEVER);
            }
            books.plans().add(household, budget);
            return new Decision<>(planned, new Change.BudgetPlanned(from), AuditEntry.added("budget planned", budget));
        });
    }
}
