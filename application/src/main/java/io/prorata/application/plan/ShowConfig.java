package io.prorata.application.plan;

import io.prorata.application.port.Plans.Version;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Stamped;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;

/** Shows one version of the config. */
public final class ShowConfig {

    private final UnitOfWork work;

    public ShowConfig(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such version */
    public Stamped<InCurrency<Version>> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Version version = books.plans().versions(household).stream()
                    .filter(kept -> kept.config().id() == id)
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownConfig(id)));
            return new Stamped<>(
                    new InCurrency<>(version, books.households().get(household).currency()),
                    books.revisions()
                            .stampOf(
                                    household,
                                    ViewScopes.ofPlan(version.config().from())),
                    books.revisions().current(household));
        });
    }
}
