package io.prorata.application.provision;

import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Movement.Way;
import java.util.Comparator;
import java.util.List;

/** Shows the contributions or the withdrawals of a provision, the latest first. */
public final class ShowMovements {

    private final UnitOfWork work;

    public ShowMovements(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such provision */
    public ReadResult<List<Moved>> show(HouseholdId household, long id, Way way) {
        return work.read(household, books -> {
            if (books.plans().provision(household, id).isEmpty()) {
                throw new RefusedException(new Refusal.UnknownProvision(id));
            }
            return ReadResult.of(
                    books,
                    household,
                    books.plans().movements(household, id).stream()
                            .filter(moved -> moved.movement().way() == way)
                            .sorted(Comparator.comparing(
                                            (Moved moved) -> moved.movement().date())
                                    .reversed())
                            .toList(),
                    books.revisions().stampOf(household, ViewScopes.ofWholePlan()));
        });
    }
}
