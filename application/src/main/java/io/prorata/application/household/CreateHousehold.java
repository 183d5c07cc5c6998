package io.prorata.application.household;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.StarterRules;

/** Creates a household, with the starter rules for categories. */
public final class CreateHousehold {

    private final UnitOfWork work;

    public CreateHousehold(UnitOfWork work) {
        this.work = work;
    }

    public HouseholdId create(Actor actor, Household household) {
        return work.found(actor, (books, id) -> {
                    books.households().keep(id, household);
                    books.mappings().keep(id, StarterRules.MAPPING);
                    return AuditEntry.added("household founded", household);
                })
                .result();
    }
}
