package io.prorata.application.provision;

import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

/** Removes a provision that was stated by mistake, as if it had never been, where nothing was put into it or taken out of it. */
public final class RemoveProvision {

    private final UnitOfWork work;
    private final Clock clock;

    public RemoveProvision(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws RefusedException if the provision is unknown, {@code expected} is overtaken, or it has movements
     */
    public Committed<PlanChange<Provision>> remove(HouseholdId household, Actor actor, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Planned<Provision> planned = books.plans()
                    .provision(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownProvision(id)));
            expected.check(books.revisions().stampAt(household, planned.changedAt()));
            List<Long> movements = books.plans().movements(household, id).stream()
                    .map(Moved::id)
                    .toList();
            if (!movements.isEmpty()) {
                throw new RefusedException(new Refusal.ProvisionHasMovements(id, movements));
            }
            if (books.ledger().isNamed(household, new PlanLink.Provision(id))) {
                throw new RefusedException(new Refusal.NamedByRows("provision", id));
            }
            List<Long> rules = books.rules().naming(household, new PlanLink.Provision(id));
            if (!rules.isEmpty()) {
                throw new RefusedException(new Refusal.NamedByRules("provision", id, rules));
            }
            PlanBook book = books.plans().book(household);
            books.plans().removeProvision(household, id);
            YearMonth first = planned.thing().terms().entries().get(0).from();
            return new Decision<>(
                    new PlanChange<>(
                            planned.thing(),
                            settings.currency(),
                            new PlansMoved(settings, clock).by(book, planned.thing()),
                            book),
                    new Change.ProvisionRemoved(first),
                    AuditEntry.removed("provision removed", planned.thing()));
        });
    }
}
