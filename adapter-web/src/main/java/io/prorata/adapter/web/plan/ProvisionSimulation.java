package io.prorata.adapter.web.plan;

import io.prorata.adapter.web.simulation.SimulatedResource;
import io.prorata.adapter.web.simulation.SimulatedRoute;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.simulation.PlanUseCases;
import io.prorata.application.simulation.SimulatedChange;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Movement.Way;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionTerms;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Changes of provisions that are simulated, and money put in and taken out. */
@Singleton
final class ProvisionSimulation implements SimulatedResource {

    @Override
    public List<SimulatedRoute> routes() {
        SimulatedRoute plan = SimulatedRoute.adding("/provisions", request -> {
            PlanProvision.Command command =
                    request.body(NewProvisionRequest.class).command(request.amounts(), false);
            return SimulatedChange.adding(books -> books.useCases()
                    .planProvision()
                    .plan(request.access().household(), request.access().actor(), request.inCurrency(command)));
        });
        return Stream.concat(
                        Stream.of(
                                plan,
                                moving("/provisions/{id}/contributions", Way.CONTRIBUTION),
                                moving("/provisions/{id}/withdrawals", Way.WITHDRAWAL)),
                        PlanResource.simulated(
                                "/provisions/{id}",
                                "provision",
                                ProvisionRequest.class,
                                ProvisionSimulation::provisions))
                .toList();
    }

    private static SimulatedRoute moving(String template, Way way) {
        return SimulatedRoute.adding(template, request -> {
            Movement movement = request.body(MovementRequest.class).movement(request.amounts(), way);
            return SimulatedChange.adding(books -> books.useCases()
                    .moveProvision()
                    .move(
                            request.access().household(),
                            request.access().actor(),
                            request.id(),
                            request.inCurrency(movement)));
        });
    }

    private static PlanResource<Provision, ProvisionTerms, ProvisionRequest, ReviseProvision.Command, ?> provisions(
            PlanUseCases cases) {
        return PlanResource.unremovable(
                cases.showProvision()::show,
                cases.reviseProvision()::revise,
                cases.endProvision()::end,
                cases.showCurrentMonth(),
                new ProvisionController.ProvisionForm());
    }
}
