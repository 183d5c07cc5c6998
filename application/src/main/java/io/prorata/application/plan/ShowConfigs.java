package io.prorata.application.plan;

import io.prorata.application.port.Plans.Version;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Stamped;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** Shows every version of the config, superseded ones too, the latest made first. */
public final class ShowConfigs {

    private final UnitOfWork work;

    public ShowConfigs(UnitOfWork work) {
        this.work = work;
    }

    public Stamped<InCurrency<List<Version>>> show(HouseholdId household) {
        return work.read(
                household,
                books -> new Stamped<>(
                        new InCurrency<>(
                                books.plans().versions(household),
                                books.households().get(household).currency()),
                        books.revisions().stampOf(household, ViewScopes.ofWholePlan()),
                        books.revisions().current(household)));
    }
}
