package io.prorata.application.plan;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/** Shows the config that counts in a month. */
public final class ShowConfigInForce {

    private final UnitOfWork work;
    private final Clock clock;

    public ShowConfigInForce(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param month the current month of the household if empty
     * @throws RefusedException if none counts that month
     */
    public ReadResult<Config> show(HouseholdId household, Optional<YearMonth> month) {
        return work.read(household, books -> {
            Household settings = books.households().get(household);
            YearMonth in = new EffectiveFrom(month, false).in(settings, clock);
            Config config = books.plans()
                    .book(household)
                    .configs()
                    .at(in)
                    .orElseThrow(() -> new RefusedException(new Refusal.NoConfig(in)));
            return new ReadResult<>(
                    config,
                    settings.currency(),
                    books.revisions().stampOf(household, ViewScopes.ofPlan(in)),
                    books.revisions().current(household));
        });
    }
}
