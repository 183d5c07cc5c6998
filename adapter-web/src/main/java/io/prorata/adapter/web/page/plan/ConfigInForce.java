package io.prorata.adapter.web.page.plan;

import io.prorata.application.plan.ShowConfigInForce;
import io.prorata.application.request.Access;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.plan.Config;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Optional;

/** The version of the config that counts in a month, where a screen is shown without one as well. */
@Singleton
final class ConfigInForce {

    private final ShowConfigInForce showConfigInForce;

    ConfigInForce(ShowConfigInForce showConfigInForce) {
        this.showConfigInForce = showConfigInForce;
    }

    /** Returns what holds in {@code month}; nothing where nobody has stated anything yet. */
    Optional<Config> in(Access access, YearMonth month) {
        try {
            return Optional.of(showConfigInForce
                    .show(access.household(), Optional.of(month))
                    .thing());
        } catch (RefusedException e) {
            if (e.refusal() instanceof Refusal.NoConfig) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
