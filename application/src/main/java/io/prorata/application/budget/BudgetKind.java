package io.prorata.application.budget;

import io.prorata.application.plan.MemberCheck;
import io.prorata.application.plan.PlanKind;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Books;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Plans.Planned;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;

/** Budgets, as {@link io.prorata.application.plan.PlanWrite} writes them. */
final class BudgetKind implements PlanKind<Budget, BudgetTerms> {

    @Override
    public String name() {
        return "budget";
    }

    @Override
    public Optional<Planned<Budget>> find(Plans plans, HouseholdId household, long id) {
        return plans.budget(household, id);
    }

    @Override
    public void replace(Plans plans, HouseholdId household, Budget budget) {
        requireAlone(plans, household, budget);
        plans.replace(household, budget);
    }

    /** @throws RefusedException if another budget of its category is in force in a month in which {@code budget} is */
    static void requireAlone(Plans plans, HouseholdId household, Budget budget) {
        for (Budget other : plans.book(household).budgets()) {
            if (other.id() != budget.id() && other.isOf(budget.category())) {
                other.terms().firstShared(budget.terms()).ifPresent(month -> {
                    throw new RefusedException(new Refusal.CategoryHasBudget(other.id(), other.category(), month));
                });
            }
        }
    }

    @Override
    public Refusal unknown(long id) {
        return new Refusal.UnknownBudget(id);
    }

    @Override
    public Timeline<BudgetTerms> terms(Budget budget) {
        return budget.terms();
    }

    @Override
    public Budget with(Budget budget, Timeline<BudgetTerms> terms) {
        return new Budget(budget.id(), budget.category(), terms);
    }

    @Override
    public boolean sameCard(Budget before, Budget after) {
        return before.category().equals(after.category());
    }

    @Override
    public void require(Household settings, BudgetTerms terms, YearMonth from) {
        MemberCheck.requireAll(settings, terms.split());
    }

    @Override
    public PlanBook book(Plans plans, HouseholdId household) {
        return PlanBook.EMPTY;
    }

    @Override
    public SortedSet<YearMonth> moved(
            PlansMoved moved, PlanBook book, Budget before, Budget after, HouseholdId household, Books books) {
        return moved.by(before, after);
    }

    /** A budget of another category is another in all its months, so there is always a first one. */
    @Override
    public Change revised(Optional<YearMonth> first, boolean card) {
        return new Change.BudgetRevised(first.orElseThrow());
    }

    @Override
    public Change ended(YearMonth from) {
        return new Change.BudgetEnded(from);
    }
}
