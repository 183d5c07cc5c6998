package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.simulation.SimulatedResource;
import io.prorata.adapter.web.simulation.SimulatedRoute;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.simulation.SimulatedChange;
import jakarta.inject.Singleton;
import java.util.List;

/** Configurations that are simulated. */
@Singleton
final class ConfigSimulation implements SimulatedResource {

    @Override
    public List<SimulatedRoute> routes() {
        return List.of(new SimulatedRoute("POST", "/configs", List.of("restate"), true, request -> {
            AdoptConfig.Command command =
                    request.body(ConfigRequest.class).command(request.amounts(), request.restate());
            return SimulatedChange.stating(
                    new SimulatedChange.Subject("config", 0, command.from()),
                    books -> books.useCases()
                            .adoptConfig()
                            .adopt(
                                    request.access().household(),
                                    request.access().actor(),
                                    request.inCurrency(command)));
        }));
    }
}
