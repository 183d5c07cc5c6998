package io.prorata.adapter.web.page.plan;

import io.prorata.application.budget.PlanBudget;
import io.prorata.application.budget.ReviseBudget;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.application.simulation.SimulatedChange;
import io.prorata.application.simulation.SimulatedChange.Subject;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.SplitKey;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What forms state, as changes that are simulated: by the use cases that would make them. Nothing is written, so a month that is over may be
 * restated, and no state is expected.
 *
 * @param from the month from which the changes hold
 */
record PlannedChanges(Access access, YearMonth from) {

    private static final Precondition ANY = Precondition.WHATEVER;

    private EffectiveFrom effective() {
        return new EffectiveFrom(Optional.of(from), true);
    }

    private <T> InCurrency<T> stated(T command) {
        return new InCurrency<>(command, access.currency());
    }

    private Subject subject(String kind, long id) {
        return new Subject(kind, id, Optional.of(from));
    }

    SimulatedChange config(List<MemberIncome> incomes, SplitKey key) {
        var command = stated(new AdoptConfig.Command(Optional.of(from), incomes, key, true));
        return SimulatedChange.stating(
                subject("config", 0),
                books -> books.useCases().adoptConfig().adopt(access.household(), access.actor(), command));
    }

    SimulatedChange newBill(PlanFixedExpense.Command bill) {
        return SimulatedChange.adding(
                books -> books.useCases().planFixedExpense().plan(access.household(), access.actor(), stated(bill)));
    }

    /** @param change of the terms that hold in the month; of others there is none */
    SimulatedChange bill(long id, UnaryOperator<FixedTerms> change) {
        return SimulatedChange.stating(subject("fixed expense", id), books -> {
            var bill = books.useCases()
                    .showFixedExpense()
                    .show(access.household(), id)
                    .thing();
            var command = new ReviseFixedExpense.Command(
                    bill.label(),
                    bill.category(),
                    bill.paidBy(),
                    bill.terms().at(from).map(change));
            books.useCases()
                    .reviseFixedExpense()
                    .revise(access.household(), access.actor(), id, ANY, effective(), stated(command));
        });
    }

    SimulatedChange endOfBill(long id) {
        return SimulatedChange.stating(
                subject("fixed expense", id),
                books -> books.useCases()
                        .endFixedExpense()
                        .end(access.household(), access.actor(), id, ANY, effective()));
    }

    SimulatedChange newProvision(PlanProvision.Command provision) {
        return SimulatedChange.adding(
                books -> books.useCases().planProvision().plan(access.household(), access.actor(), stated(provision)));
    }

    /** @param change of the terms that hold in the month; of others there is none */
    SimulatedChange provision(long id, UnaryOperator<ProvisionTerms> change) {
        return SimulatedChange.stating(subject("provision", id), books -> {
            var provision = books.useCases()
                    .showProvision()
                    .show(access.household(), id)
                    .thing();
            var command = new ReviseProvision.Command(
                    provision.card(),
                    provision.opening(),
                    provision.terms().at(from).map(change));
            books.useCases()
                    .reviseProvision()
                    .revise(access.household(), access.actor(), id, ANY, effective(), stated(command));
        });
    }

    SimulatedChange endOfProvision(long id) {
        return SimulatedChange.stating(
                subject("provision", id),
                books -> books.useCases().endProvision().end(access.household(), access.actor(), id, ANY, effective()));
    }

    SimulatedChange newBudget(PlanBudget.Command budget) {
        return SimulatedChange.adding(
                books -> books.useCases().planBudget().plan(access.household(), access.actor(), stated(budget)));
    }

    /** @param change of the terms that hold in the month; of others there is none */
    SimulatedChange budget(long id, UnaryOperator<BudgetTerms> change) {
        return SimulatedChange.stating(subject("budget", id), books -> {
            var budget =
                    books.useCases().showBudget().show(access.household(), id).thing();
            var command = new ReviseBudget.Command(
                    budget.category(), budget.terms().at(from).map(change), PatchField.not());
            books.useCases()
                    .reviseBudget()
                    .revise(access.household(), access.actor(), id, ANY, effective(), stated(command));
        });
    }

    SimulatedChange endOfBudget(long id) {
        return SimulatedChange.stating(
                subject("budget", id),
                books -> books.useCases().endBudget().end(access.household(), access.actor(), id, ANY, effective()));
    }
}
