package io.prorata.application.plan;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Shows the bills of a month. */
public final class ShowFixedExpenses {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowFixedExpenses(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Bills, by id, and the month they are looked at in. */
    public record Bills(YearMonth month, List<FixedExpense> bills) {}

    /**
     * @param month the current month of the household if empty
     * @param all whether those that are not in force that month are shown too
     */
    public ReadResult<Bills> show(HouseholdId household, Optional<YearMonth> month, boolean all) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            YearMonth in = new EffectiveFrom(month, false).in(settings, clock);
            List<FixedExpense> bills = books.plans().book(household).fixed().stream()
                    .filter(bill -> all || bill.terms().at(in).isPresent())
                    .toList();
            ViewScopes scopes = all ? ViewScopes.ofWholePlan() : ViewScopes.ofPlan(in);
            return new ReadResult<>(
                    new Bills(in, bills),
                    settings.currency(),
                    books.revisions().stampOf(household, scopes),
                    books.revisions().current(household));
        });
    }
}
