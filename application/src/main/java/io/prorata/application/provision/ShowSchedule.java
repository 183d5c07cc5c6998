package io.prorata.application.provision;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.time.Dates;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Shows the months of a provision one after the other: what each puts aside, what is due, and what is there (formula 18). */
public final class ShowSchedule {

    /** So many months unless others are asked for. */
    private static final int USUAL_MONTHS = 12;

    private final UnitOfWork work;
    private final Clock clock;

    public ShowSchedule(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** The months of a provision within a period; none of them lies before its first terms. */
    public record Schedule(Provision provision, Period period, List<SavingMonth> months) {}

    /**
     * @param from the current month of the household if empty
     * @param to the month eleven months after the first if empty
     * @throws RefusedException if the household has no such provision, or the months are too many or end before they begin
     */
    public ReadResult<Schedule> show(HouseholdId household, long id, Optional<YearMonth> from, Optional<YearMonth> to) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            YearMonth first = from.orElseGet(() -> settings.monthAt(clock.instant()));
            Period period = BrokenRules.at("to", () -> new Period(first, to.orElseGet(() -> last(first))));
            PlanBook book = books.plans().book(household);
            Provision provision =
                    book.provision(id).orElseThrow(() -> new RefusedException(new Refusal.UnknownProvision(id)));
            List<SavingMonth> months = book.savings(provision, period.to()).stream()
                    .filter(month -> !month.month().isBefore(period.from()))
                    .toList();
            return new ReadResult<>(
                    new Schedule(provision, period, months),
                    settings.currency(),
                    books.revisions().stampOf(household, ViewScopes.ofPlan(period.to())),
                    books.revisions().current(household));
        });
    }

    private static YearMonth last(YearMonth first) {
        YearMonth last = first.plusMonths(USUAL_MONTHS - 1L);
        return last.isAfter(Dates.LAST_MONTH) ? Dates.LAST_MONTH : last;
    }
}
