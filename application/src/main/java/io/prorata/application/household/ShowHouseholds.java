package io.prorata.application.household;

import io.prorata.application.port.Households;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.util.List;

/** Shows every household of the database, for the operator's command line only. */
public final class ShowHouseholds {

    private static final HouseholdId ANY = new HouseholdId(1);

    private final UnitOfWork work;

    public ShowHouseholds(UnitOfWork work) {
        this.work = work;
    }

    public List<Households.Listed> show() {
        return work.read(ANY, books -> books.households().all());
    }
}
