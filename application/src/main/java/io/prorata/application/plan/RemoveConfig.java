package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Plans.Version;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Config;
import java.time.Clock;
import java.time.YearMonth;

/**
 * Removes a version of the config that never held: its month has not begun, or a later version from the same month replaced it. The version
 * that it replaced holds again.
 */
public final class RemoveConfig {

    private final UnitOfWork work;
    private final Clock clock;

    public RemoveConfig(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws RefusedException if the version is unknown, {@code expected} is overtaken, or it has held */
    public Committed<Config> remove(HouseholdId household, Actor actor, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            Version version = ConfigVersions.find(household, books, id);
            Config config = version.config();
            expected.check(books.revisions().stampOf(household, ConfigVersions.scopes(config)));
            YearMonth current = YearMonth.now(
                    clock.withZone(books.households().get(household).zone()));
            if (!config.from().isAfter(current) && version.supersededBy().isEmpty()) {
                throw new RefusedException(new Refusal.ConfigHeld(id, config.from()));
            }
            books.plans().removeConfig(household, id);
            return new Decision<>(
                    config, new Change.ConfigRemoved(config.from()), AuditEntry.removed("config removed", config));
        });
    }
}
