package io.prorata.application.plan;

import io.prorata.application.port.Books;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Plans.Planned;
import io.prorata.domain.Refusal;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;

/** Bills that come back, as {@link PlanWrite} writes them. */
final class BillKind implements PlanKind<FixedExpense, FixedTerms> {

    @Override
    public String name() {
        return "fixed expense";
    }

    @Override
    public Optional<Planned<FixedExpense>> find(Plans plans, HouseholdId household, long id) {
        return plans.fixedExpense(household, id);
    }

    @Override
    public void replace(Plans plans, HouseholdId household, FixedExpense bill) {
        plans.replace(household, bill);
    }

    @Override
    public Refusal unknown(long id) {
        return new Refusal.UnknownFixedExpense(id);
    }

    @Override
    public Timeline<FixedTerms> terms(FixedExpense bill) {
        return bill.terms();
    }

    @Override
    public FixedExpense with(FixedExpense bill, Timeline<FixedTerms> terms) {
        return bill.withTerms(terms);
    }

    @Override
    public boolean sameCard(FixedExpense before, FixedExpense after) {
        return with(before, after.terms()).equals(after);
    }

    @Override
    public void require(Household settings, FixedTerms terms, YearMonth from) {
        MemberCheck.requireAll(settings, terms.split());
    }

    @Override
    public PlanBook book(Plans plans, HouseholdId household) {
        return PlanBook.EMPTY;
    }

    @Override
    public SortedSet<YearMonth> moved(
            PlansMoved moved,
            PlanBook book,
            FixedExpense before,
            FixedExpense after,
            HouseholdId household,
            Books books) {
        return moved.by(before, after, household, books);
    }

    @Override
    public Change revised(Optional<YearMonth> first, boolean card) {
        return new Change.FixedExpenseRevised(first, card);
    }

    @Override
    public Change ended(YearMonth from) {
        return new Change.FixedExpenseEnded(from);
    }
}
