package io.prorata.application.simulation;

import io.prorata.application.budget.EndBudget;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.budget.ReviseBudget;
import io.prorata.application.budget.ShowBudget;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.plan.EndFixedExpense;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.plan.ShowFixedExpense;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.MoveProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.ShowProvision;

/** The use cases whose changes can be simulated, and the reads that they are preceded by. */
public record PlanUseCases(
        ShowCurrentMonth showCurrentMonth,
        AdoptConfig adoptConfig,
        PlanFixedExpense planFixedExpense,
        ShowFixedExpense showFixedExpense,
        ReviseFixedExpense reviseFixedExpense,
        EndFixedExpense endFixedExpense,
        PlanProvision planProvision,
        ShowProvision showProvision,
        ReviseProvision reviseProvision,
        EndProvision endProvision,
        MoveProvision moveProvision,
        PlanBudget planBudget,
        ShowBudget showBudget,
        ReviseBudget reviseBudget,
        EndBudget endBudget) {

    /** Makes the use cases over books. */
    @FunctionalInterface
    public interface Maker {
        PlanUseCases over(UnitOfWork work);
    }
}
