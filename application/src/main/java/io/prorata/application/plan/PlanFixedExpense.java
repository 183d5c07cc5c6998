package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;

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
     */
    public record Command(
            String label,
            String category,
            Optional<String> paidBy,
            FixedTerms terms,
            Optional<YearMonth> from,
            Optional<YearMonth> until) {}

    /**
     * @param stated the command, read in the currency that the household has inside the write
     * @throws io.prorata.domain.RefusedException if its split names somebody unknown, or it ends before it begins
     */
    public Committed<InCurrency<FixedExpense>> plan(
            HouseholdId household, Actor actor, Function<Currency, Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Command command = stated.apply(settings.currency());
            MemberCheck.requireAll(settings, command.terms().split());
            YearMonth from = command.from().orElse(YearMonth.now(clock.withZone(settings.zone())));
            var expense = new FixedExpense(
                    books.plans().nextFixedExpenseId(household),
                    command.label(),
                    command.category(),
                    command.paidBy().orElse(command.category()),
                    NewTimeline.between(from, command.until(), command.terms()));
            books.plans().add(household, expense);
            return new Decision<>(
                    new InCurrency<>(expense, settings.currency()),
                    new Change.FixedExpensePlanned(from),
                    AuditEntry.added("fixed expense planned", expense));
        });
    }
}
