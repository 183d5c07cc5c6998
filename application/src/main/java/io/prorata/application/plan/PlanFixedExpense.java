package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/** Plans a bill that comes back. */
public final class PlanFixedExpense {

    private final UnitOfWork work;
    private final Clock clock;

    public PlanFixedExpense(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What to plan.
     *
     * @param paidBy the category of the transactions that pay it; its own if empty
     * @param from the current month of the household if empty
     * @param until the last month in which it holds; empty for no end
     * @param dryRun whether to say only what would become of it; the bill has the id 0 then
     */
    public record Command(
            String label,
            String category,
            Optional<String> paidBy,
            FixedTerms terms,
            Optional<YearMonth> from,
            Optional<YearMonth> until,
            boolean dryRun) {

        /** Of a bill that is to be planned. */
        public Command(
                String label,
                String category,
                Optional<String> paidBy,
                FixedTerms terms,
                Optional<YearMonth> from,
                Optional<YearMonth> until) {
            this(label, category, paidBy, terms, from, until, false);
        }
    }

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @throws io.prorata.domain.RefusedException if its split names somebody unknown, or it ends before it begins
     */
    public Committed<PlanChange<FixedExpense>> plan(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            MemberCheck.requireAll(settings, command.terms().split());
            YearMonth from = command.from().orElse(settings.monthAt(clock.instant()));
            var expense = new FixedExpense(
                    command.dryRun() ? 0 : books.plans().nextFixedExpenseId(household),
                    command.label(),
                    command.category(),
                    command.paidBy().orElse(command.category()),
                    NewTimeline.between(from, command.until(), command.terms()));
            var planned = new PlanChange<>(expense, settings.currency(), new PlansMoved(settings, clock).by(expense));
            if (command.dryRun()) {
                return Decision.unchanged(planned, Stamp.NEVER);
            }
            books.plans().add(household, expense);
            return new Decision<>(
                    planned, new Change.FixedExpensePlanned(from), AuditEntry.added("fixed expense planned", expense));
        });
    }
}
