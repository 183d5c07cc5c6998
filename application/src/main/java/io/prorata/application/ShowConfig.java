package io.prorata.application;

import io.prorata.application.port.Plans.Version;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;

/** Shows one version of the config. */
public final class ShowConfig {

    private final UnitOfWork work;

    public ShowConfig(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such version */
    public Shown<Valued<Version>> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Version version = ConfigVersions.find(household, books, id);
            return new Shown<>(
                    new Valued<>(version, books.households().get(household).currency()),
                    books.revisions().stampOf(household, ConfigVersions.scopes(version.config())),
                    books.revisions().current(household));
        });
    }
}
