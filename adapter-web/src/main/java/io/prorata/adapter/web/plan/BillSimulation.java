package io.prorata.adapter.web.plan;

import io.prorata.adapter.web.simulation.SimulatedResource;
import io.prorata.adapter.web.simulation.SimulatedRoute;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.simulation.PlanUseCases;
import io.prorata.application.simulation.SimulatedChange;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Changes of bills that are simulated. */
@Singleton
final class BillSimulation implements SimulatedResource {

    @Override
    public List<SimulatedRoute> routes() {
        SimulatedRoute plan = SimulatedRoute.adding("/fixed-expenses", request -> {
            PlanFixedExpense.Command command =
                    request.body(NewFixedExpenseRequest.class).command(request.amounts(), false);
            return SimulatedChange.adding(books -> books.useCases()
                    .planFixedExpense()
                    .plan(request.access().household(), request.access().actor(), request.inCurrency(command)));
        });
        return Stream.concat(
                        Stream.of(plan),
                        PlanResource.simulated(
                                "/fixed-expenses/{id}",
                                "fixed expense",
                                FixedExpenseRequest.class,
                                BillSimulation::bills))
                .toList();
    }

    private static PlanResource<FixedExpense, FixedTerms, FixedExpenseRequest, ReviseFixedExpense.Command, ?> bills(
            PlanUseCases cases) {
        return PlanResource.unremovable(
                cases.showFixedExpense()::show,
                cases.reviseFixedExpense()::revise,
                cases.endFixedExpense()::end,
                cases.showCurrentMonth(),
                new FixedExpenseController.BillForm());
    }
}
