package io.prorata.application.plan;

import io.prorata.application.port.Plans.Version;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;

/** Shows one version of the config. */
public final class ShowConfig {

    private final UnitOfWork work;

    public ShowConfig(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such version */
    public ReadResult<Version> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Version version = ConfigVersions.find(household, books, id);
            return ReadResult.of(
                    books,
                    household,
                    version,
                    books.revisions().stampOf(household, ConfigVersions.scopes(version.config())));
        });
    }
}
