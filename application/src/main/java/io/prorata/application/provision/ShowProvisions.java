package io.prorata.application.provision;

import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Shows the provisions of a month. */
public final class ShowProvisions {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowProvisions(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Provisions, in the order of display, and the month they are looked at in.
     *
     * @param book by which their balances are reckoned
     */
    public record Planned(YearMonth month, List<Provision> provisions, PlanBook book) {}

    /**
     * @param month the current month of the household if empty
     * @param all whether those are shown too that have not begun, or have ended and are empty
     */
    public ReadResult<Planned> show(HouseholdId household, Optional<YearMonth> month, boolean all) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            YearMonth in = new EffectiveFrom(month, false).in(settings, clock);
            PlanBook book = books.plans().book(household);
            List<Provision> provisions = book.provisions().stream()
                    .filter(provision -> all || book.shows(provision, in))
                    .toList();
            ViewScopes scopes = all ? ViewScopes.ofWholePlan() : ViewScopes.ofPlan(in);
            return new ReadResult<>(
                    new Planned(in, provisions, book),
                    settings.currency(),
                    books.revisions().stampOf(household, scopes),
                    books.revisions().current(household));
        });
    }
}
