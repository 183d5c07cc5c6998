package io.prorata.application.provision;

import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Provision;
import java.time.Clock;
import java.time.YearMonth;

/** Ends a provision from a month on. Its past and what is in it stay; what was to come is dropped. */
public final class EndProvision {

    private final UnitOfWork work;
    private final Clock clock;

    public EndProvision(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param from the first month without it
     * @throws RefusedException if the provision is unknown or {@code expected} is overtaken, or a month that is over would change unasked
     */
    public Committed<InCurrency<Provision>> end(
            HouseholdId household, Actor actor, long id, Precondition expected, EffectiveFrom from) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Planned<Provision> planned = books.plans()
                    .provision(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownProvision(id)));
            expected.check(books.revisions().stampAt(household, planned.changedAt()));
            Provision before = planned.thing();
            YearMonth month = from.in(settings, clock);
            from.requireOpen(month, settings, clock);
            var after = new Provision(
                    id, before.card(), before.opening(), before.terms().endedFrom(month), before.movements());
            books.plans().replace(household, after);
            return new Decision<>(
                    new InCurrency<>(after, settings.currency()),
                    new Change.ProvisionEnded(month),
                    AuditEntry.changed("provision ended", before, after));
        });
    }
}
