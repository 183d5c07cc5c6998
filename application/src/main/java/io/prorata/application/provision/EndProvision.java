package io.prorata.application.provision;

import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlanWrite;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionTerms;
import java.time.Clock;

/** Ends a provision from a month on. Its past and its balance stay; later terms are removed. */
public final class EndProvision {

    private final PlanWrite<Provision, ProvisionTerms> provisions;

    public EndProvision(UnitOfWork work, Clock clock) {
        this.provisions = new PlanWrite<>(work, clock, new ProvisionKind());
    }

    /**
     * @param from the first month without it
     * @throws RefusedException if the provision is unknown or {@code expected} is overtaken, or a month that is over would change unasked
     */
    public Committed<PlanChange<Provision>> end(
            HouseholdId household, Actor actor, long id, Precondition expected, EffectiveFrom from) {
        return provisions.end(household, actor, id, expected, from);
    }
}
