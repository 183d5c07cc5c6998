package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/** Changes a bill: its terms from a month on, its last month, its label and categories in every month. */
public final class ReviseFixedExpense {

    private final PlanWrite<FixedExpense, FixedTerms> bills;

    public ReviseFixedExpense(UnitOfWork work, Clock clock) {
        this.bills = new PlanWrite<>(work, clock, new BillKind());
    }

    /**
     * What the bill is to be.
     *
     * @param terms what is to hold from the month on; empty to leave the terms as they are
     * @param until the last month in which it holds; taken away: it has no end
     */
    public record Command(
            String label, String category, String paidBy, Optional<FixedTerms> terms, PatchField<YearMonth> until)
            implements PlanWrite.Reviser<FixedExpense, FixedTerms> {

        /** Of a bill whose last month stays. */
        public Command(String label, String category, String paidBy, Optional<FixedTerms> terms) {
            this(label, category, paidBy, terms, PatchField.not());
        }

        @Override
        public PlanWrite.Revision<FixedExpense, FixedTerms> over(FixedExpense before) {
            return new PlanWrite.Revision<>(
                    new FixedExpense(before.id(), label, category, paidBy, before.terms()),
                    terms,
                    until,
                    Optional.empty());
        }
    }

    /**
     * @param from of the terms; the label and the categories are the same for every month
     * @throws RefusedException if the bill is unknown or {@code expected} is overtaken, the split names somebody unknown, it would end
     *     before it begins, or a month that is over would change unasked
     */
    public Committed<PlanChange<FixedExpense>> revise(
            HouseholdId household,
            Actor actor,
            long id,
            Precondition expected,
            EffectiveFrom from,
            InCurrency<Command> stated) {
        return bills.revise(household, actor, id, expected, from, stated);
    }
}
