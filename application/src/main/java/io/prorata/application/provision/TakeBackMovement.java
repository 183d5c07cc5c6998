package io.prorata.application.provision;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Movement.Way;
import java.time.YearMonth;

/**
 * Removes a contribution or a withdrawal that was entered by mistake. A wrong movement is removed and entered again; like every dated fact,
 * it may be in a past month.
 */
public final class TakeBackMovement {

    private final UnitOfWork work;

    public TakeBackMovement(UnitOfWork work) {
        this.work = work;
    }

    /** The record in the audit. */
    private record TakenBack(long provisionId, Moved moved) {}

    /**
     * @throws RefusedException if the household has no such provision, it has no such movement, or {@code expected} differs
     */
    public Committed<Moved> takeBack(
            HouseholdId household, Actor actor, long provisionId, Way way, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            Moved moved = MovementLookup.find(books, household, provisionId, way, id);
            expected.check(books.revisions().stampAt(household, moved.notedAt()));
            books.plans().takeBack(household, provisionId, id);
            return new Decision<>(
                    moved,
                    new Change.ProvisionMoved(YearMonth.from(moved.movement().date())),
                    AuditEntry.removed("movement taken back", new TakenBack(provisionId, moved)));
        });
    }
}
