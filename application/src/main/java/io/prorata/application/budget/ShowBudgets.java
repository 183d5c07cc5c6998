package io.prorata.application.budget;

import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Shows the budgets of a month. */
public final class ShowBudgets {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowBudgets(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Budgets, by id, and the month they are looked at in. */
    public record Budgets(YearMonth month, List<Budget> budgets) {}

    /**
     * @param month the current month of the household if empty
     * @param all whether those that are not in force that month are shown too
     */
    public ReadResult<Budgets> show(HouseholdId household, Optional<YearMonth> month, boolean all) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            YearMonth in = new EffectiveFrom(month, false).in(settings, clock);
            List<Budget> budgets = books.plans().book(household).budgets().stream()
                    .filter(budget -> all || budget.terms().at(in).isPresent())
                    .toList();
            ViewScopes scopes = all ? ViewScopes.ofWholePlan() : ViewScopes.ofPlan(in);
            return new ReadResult<>(
                    new Budgets(in, budgets),
                    settings.currency(),
                    books.revisions().stampOf(household, scopes),
                    books.revisions().current(household));
        });
    }
}
