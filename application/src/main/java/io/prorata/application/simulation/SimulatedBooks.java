package io.prorata.application.simulation;

import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.request.InCurrency;

/** The books that a simulated change is made in. */
public interface SimulatedBooks {

    /** Returns the use cases over these books. */
    PlanUseCases useCases();

    /**
     * Adds a row.
     *
     * @throws io.prorata.domain.RefusedException as {@link RecordTransaction#record}
     */
    void record(InCurrency<RecordTransaction.Command> stated);
}
