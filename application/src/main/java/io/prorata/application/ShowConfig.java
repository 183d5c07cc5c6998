package io.prorata.application;

import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Version;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;

/** Shows one version of the config. */
public final class ShowConfig {

    private final UnitOfWork work;

    public ShowConfig(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such version */
    public Shown<Valued<Version>> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            Version version = version(household, books, id);
            return new Shown<>(
                    new Valued<>(version, books.households().get(household).currency()),
                    books.revisions().stampOf(household, scopes(version.config())),
                    books.revisions().current(household));
        });
    }

    /** @throws RefusedException if the household has no such version */
    static Version version(HouseholdId household, Books books, long id) {
        return books.plans().versions(household).stream()
                .filter(kept -> kept.config().id() == id)
                .findFirst()
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownConfig(id)));
    }

    /** Returns what an answer that shows {@code config} depends on. */
    static ViewScopes scopes(Config config) {
        return ViewScopes.ofPlan(config.from());
    }
}
