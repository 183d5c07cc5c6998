package io.prorata.application.plan;

import io.prorata.application.port.Plans.Version;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** Shows every version of the config, superseded ones too, the latest made first. */
public final class ShowConfigs {

    private final UnitOfWork work;

    public ShowConfigs(UnitOfWork work) {
        this.work = work;
    }

    public ReadResult<List<Version>> show(HouseholdId household) {
        return work.read(
                household,
                books -> ReadResult.of(
                        books,
                        household,
                        books.plans().versions(household),
                        books.revisions().stampOf(household, ViewScopes.ofWholePlan())));
    }
}
