package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.application.budget.EndBudget;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.budget.RemoveBudget;
import io.prorata.application.budget.ReviseBudget;
import io.prorata.application.budget.ShowBudget;
import io.prorata.application.budget.ShowBudgets;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.plan.EndFixedExpense;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.RemoveConfig;
import io.prorata.application.plan.RemoveFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.plan.ShowConfig;
import io.prorata.application.plan.ShowConfigInForce;
import io.prorata.application.plan.ShowConfigs;
import io.prorata.application.plan.ShowFixedExpense;
import io.prorata.application.plan.ShowFixedExpenses;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.plan.ShowPlanEffect;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.MoveProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.ShowProvision;
import io.prorata.application.simulation.PlanUseCases;
import io.prorata.application.simulation.Simulate;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the use cases of configs, bills and budgets, and of plans that are tried. */
@Factory
public final class PlanBeans {

    private final UnitOfWork work;
    private final Clock clock;

    PlanBeans(UseCaseParts parts) {
        this.work = parts.work();
        this.clock = parts.clock();
    }

    @Singleton
    RemoveConfig removeConfig() {
        return new RemoveConfig(work, clock);
    }

    @Singleton
    AdoptConfig adoptConfig() {
        return new AdoptConfig(work, clock);
    }

    @Singleton
    PlanFixedExpense planFixedExpense() {
        return new PlanFixedExpense(work, clock);
    }

    @Singleton
    ShowConfigs showConfigs() {
        return new ShowConfigs(work);
    }

    @Singleton
    ShowConfig showConfig() {
        return new ShowConfig(work);
    }

    @Singleton
    ShowConfigInForce showConfigInForce() {
        return new ShowConfigInForce(work, clock);
    }

    @Singleton
    ReviseFixedExpense reviseFixedExpense() {
        return new ReviseFixedExpense(work, clock);
    }

    @Singleton
    PlanBudget planBudget() {
        return new PlanBudget(work, clock);
    }

    @Singleton
    ReviseBudget reviseBudget() {
        return new ReviseBudget(work, clock);
    }

    @Singleton
    EndBudget endBudget() {
        return new EndBudget(work, clock);
    }

    @Singleton
    RemoveBudget removeBudget() {
        return new RemoveBudget(work, clock);
    }

    @Singleton
    ShowBudget showBudget() {
        return new ShowBudget(work);
    }

    @Singleton
    ShowBudgets showBudgets() {
        return new ShowBudgets(work, clock);
    }

    @Singleton
    EndFixedExpense endFixedExpense() {
        return new EndFixedExpense(work, clock);
    }

    @Singleton
    ShowFixedExpense showFixedExpense() {
        return new ShowFixedExpense(work);
    }

    @Singleton
    ShowPlanEffect showPlanEffect() {
        return new ShowPlanEffect(work);
    }

    @Singleton
    Simulate simulate(Snapshots snapshots) {
        return new Simulate(snapshots, work, clock, this::planUseCases);
    }

    private PlanUseCases planUseCases(UnitOfWork copy) {
        return new PlanUseCases(
                new ShowCurrentMonth(copy, clock),
                new AdoptConfig(copy, clock),
                new PlanFixedExpense(copy, clock),
                new ShowFixedExpense(copy),
                new ReviseFixedExpense(copy, clock),
                new EndFixedExpense(copy, clock),
                new PlanProvision(copy, clock),
                new ShowProvision(copy),
                new ReviseProvision(copy, clock),
                new EndProvision(copy, clock),
                new MoveProvision(copy, clock),
                new PlanBudget(copy, clock),
                new ShowBudget(copy),
                new ReviseBudget(copy, clock),
                new EndBudget(copy, clock));
    }

    @Singleton
    ShowPlan showPlan() {
        return new ShowPlan(work);
    }

    @Singleton
    ShowFixedExpenses showFixedExpenses() {
        return new ShowFixedExpenses(work, clock);
    }

    @Singleton
    RemoveFixedExpense removeFixedExpense() {
        return new RemoveFixedExpense(work, clock);
    }
}
