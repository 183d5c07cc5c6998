package io.prorata.application.plan;

import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Version;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;

/** Versions of the config, superseded or not. */
final class ConfigVersions {

    private ConfigVersions() {}

    /** @throws RefusedException if the household has no such version */
    static Version find(HouseholdId household, Books books, long id) {
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
