package io.prorata.adapter.web.budget;

import io.prorata.adapter.web.plan.PlanResource;
import io.prorata.adapter.web.simulation.SimulatedResource;
import io.prorata.adapter.web.simulation.SimulatedRoute;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.budget.ReviseBudget;
import io.prorata.application.simulation.PlanUseCases;
import io.prorata.application.simulation.SimulatedChange;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Changes of budgets that are simulated. */
@Singleton
final class BudgetSimulation implements SimulatedResource {

    @Override
    public List<SimulatedRoute> routes() {
        SimulatedRoute plan = SimulatedRoute.adding("/budgets", request -> {
            PlanBudget.Command command = request.body(NewBudgetRequest.class).command(request.amounts(), false);
            return SimulatedChange.adding(books -> books.useCases()
                    .planBudget()
                    .plan(request.access().household(), request.access().actor(), request.inCurrency(command)));
        });
        return Stream.concat(
                        Stream.of(plan),
                        PlanResource.simulated(
                                "/budgets/{id}", "budget", BudgetRequest.class, BudgetSimulation::budgets))
                .toList();
    }

    private static PlanResource<Budget, BudgetTerms, BudgetRequest, ReviseBudget.Command, ?> budgets(
            PlanUseCases cases) {
        return PlanResource.unremovable(
                cases.showBudget()::show,
                cases.reviseBudget()::revise,
                cases.endBudget()::end,
                cases.showCurrentMonth(),
                new BudgetController.BudgetForm());
    }
}
