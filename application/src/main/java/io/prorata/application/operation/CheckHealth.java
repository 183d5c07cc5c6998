package io.prorata.application.operation;

import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;

/** Checks that the books can be read. */
public final class CheckHealth {

    private static final HouseholdId ANY = new HouseholdId(1);

    private final UnitOfWork work;

    public CheckHealth(UnitOfWork work) {
        this.work = work;
    }

    /** Returns why the books cannot be read; empty if they can. */
    public Optional<Reason> check() {
        try {
            work.read(ANY, books -> books.tokens().find(ANY, 1));
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.of(e.reason());
        }
    }
}
