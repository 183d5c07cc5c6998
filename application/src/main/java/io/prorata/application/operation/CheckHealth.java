package io.prorata.application.operation;

import io.prorata.application.port.Store;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;

/** Checks that the books can be read and written. */
public final class CheckHealth {

    private static final HouseholdId ANY = new HouseholdId(1);

    private final UnitOfWork work;
    private final Store store;

    public CheckHealth(UnitOfWork work, Store store) {
        this.work = work;
        this.store = store;
    }

    /** Returns why the books cannot be read or written; empty if they can. */
    public Optional<Reason> check() {
        try {
            work.read(ANY, books -> books.tokens().find(ANY, 1));
            return store.fault();
        } catch (StoreUnavailableException e) {
            return Optional.of(e.reason());
        }
    }
}
