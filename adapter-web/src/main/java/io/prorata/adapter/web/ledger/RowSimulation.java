package io.prorata.adapter.web.ledger;

import io.prorata.adapter.web.simulation.SimulatedResource;
import io.prorata.adapter.web.simulation.SimulatedRoute;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.simulation.SimulatedChange;
import jakarta.inject.Singleton;
import java.util.List;

/** Rows that are simulated. */
@Singleton
final class RowSimulation implements SimulatedResource {

    @Override
    public List<SimulatedRoute> routes() {
        return List.of(SimulatedRoute.adding("/transactions", request -> {
            RecordTransaction.Command command =
                    request.body(NewTransactionRequest.class).command(request.amounts());
            return SimulatedChange.adding(books -> books.record(request.inCurrency(command)));
        }));
    }
}
