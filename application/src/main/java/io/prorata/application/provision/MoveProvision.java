package io.prorata.application.provision;

import io.prorata.application.plan.MemberCheck;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import java.time.Clock;
import java.time.YearMonth;

/** Notes that money was put into a provision or taken out of it: a dated fact, which may lie in a month that is over. */
public final class MoveProvision {

    private final UnitOfWork work;
    private final Clock clock;

    public MoveProvision(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param provision with the movement
     */
    public record Result(Moved moved, Provision provision) {}

    /** What the audit keeps of it. */
    private record Noted(long provisionId, Moved moved) {}

    /**
     * @param stated the movement, read in the currency that the household has to have still
     * @throws RefusedException if the household has no such provision
     */
    public Committed<PlanChange<Result>> move(
            HouseholdId household, Actor actor, long id, InCurrency<Movement> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Provision before = provision(household, books, id);
            Movement movement = stated.thing();
            movement.member().ifPresent(member -> MemberCheck.require(settings, member, "/member"));
            PlanBook book = books.plans().book(household);
            Moved moved = books.plans().move(household, id, movement);
            Provision after = provision(household, books, id);
            return new Decision<>(
                    new PlanChange<>(
                            new Result(moved, after),
                            settings.currency(),
                            new PlansMoved(settings, clock).by(book, before, after),
                            book),
                    new Change.ProvisionMoved(YearMonth.from(movement.date())),
                    AuditEntry.added("provision moved", new Noted(id, moved)));
        });
    }

    private static Provision provision(HouseholdId household, Books books, long id) {
        return books.plans()
                .provision(household, id)
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownProvision(id)))
                .thing();
    }
}
