package io.prorata.application.provision;

import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Moved;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.provision.Movement.Way;

/** What was put into provisions and taken out of them. */
final class MovementLookup {

    private MovementLookup() {}

    /** @throws RefusedException if the household has no such provision, or nothing went that way under {@code id} */
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
