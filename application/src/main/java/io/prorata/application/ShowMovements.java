package io.prorata.application;

import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Movement;
import java.util.Comparator;
import java.util.List;

/** Shows what was put into a provision and taken out of it, the latest first. */
public final class ShowMovements {

    private final UnitOfWork work;

    public ShowMovements(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if the household has no such provision */
    public Shown<Valued<List<Movement>>> show(HouseholdId household, long id) {
        return work.read(household, books -> {
            List<Movement> movements = books.plans()
                    .provision(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownProvision(id)))
                    .thing()
                    .movements();
            return new Shown<>(
                    new Valued<>(
                            movements.stream()
                                    .sorted(Comparator.comparing(Movement::date).reversed())
                                    .toList(),
                            books.households().get(household).currency()),
                    books.revisions().stampOf(household, ViewScopes.ofWholePlan()),
                    books.revisions().current(household));
        });
    }
}
