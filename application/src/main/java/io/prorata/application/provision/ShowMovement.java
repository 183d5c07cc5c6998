package io.prorata.application.provision;

import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Movement.Way;

/** Shows one contribution or withdrawal of a provision. */
public final class ShowMovement {

    private final UnitOfWork work;

    public ShowMovement(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such provision, or it has no such movement */
    public ReadResult<Moved> show(HouseholdId household, long provisionId, Way way, long id) {
        return work.read(household, books -> {
            Moved moved = MovementLookup.find(books, household, provisionId, way, id);
            return ReadResult.of(books, household, moved, books.revisions().stampAt(household, moved.notedAt()));
        });
    }
}
