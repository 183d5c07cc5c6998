package io.prorata.application.provision;

import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Moved;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Movement.Way;

/** Finds contributions and withdrawals of provisions. */
final class MovementLookup {

    private MovementLookup() {}

    /** @throws RefusedException if the household has no such provision, or it has no such movement */
    static Moved find(Books books, HouseholdId household, long provisionId, Way way, long id) {
        if (books.plans().provision(household, provisionId).isEmpty()) {
            throw new RefusedException(new Refusal.UnknownProvision(provisionId));
        }
        return books.plans().movements(household, provisionId).stream()
                .filter(moved -> moved.id() == id && moved.movement().way() == way)
                .findFirst()
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownMovement(provisionId, id)));
    }
}
