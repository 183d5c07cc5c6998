package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;

/** Changes a bill: its terms from a month on, its label and categories in every month. */
public final class ReviseFixedExpense {

    private final UnitOfWork work;
    private final Clock clock;

    public ReviseFixedExpense(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * What the bill is to be.
     *
     * @param terms what is to hold from the month on; empty to leave the terms as they are
     */
    public record Command(String label, String category, String paidBy, Optional<FixedTerms> terms) {}

    /** Says what a bill is to be. */
    public interface Stated {

        /**
         * @param currency of the household
         * @param before the bill as it is
         * @param inForce its terms in the month from which the change holds, empty if it is not in force then
         */
        Command over(Currency currency, FixedExpense before, Optional<FixedTerms> inForce);
    }

    /**
     * @param from of the terms; the label and the categories are the same for every month
     * @throws RefusedException if the bill is unknown or {@code expected} is overtaken, the split names somebody unknown, or a month that
     *     is over would change unasked
     */
    public Committed<InCurrency<FixedExpense>> revise(
            HouseholdId household, Actor actor, long id, Precondition expected, EffectiveFrom from, Stated stated) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Planned<FixedExpense> planned = books.plans()
                    .fixedExpense(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownFixedExpense(id)));
            Stamp stamp = books.revisions().stampAt(household, planned.changedAt());
            expected.check(stamp);

            FixedExpense before = planned.thing();
            YearMonth month = from.in(settings, clock);
            Optional<FixedTerms> inForce = before.terms().at(month);
            Command command = stated.over(settings.currency(), before, inForce);
            Optional<FixedTerms> terms =
                    command.terms().filter(wanted -> !Optional.of(wanted).equals(inForce));
            terms.ifPresent(changed -> {
                MemberCheck.requireAll(settings, changed.split());
                from.requireOpen(month, settings, clock);
            });

            var after = new FixedExpense(
                    id,
                    command.label(),
                    command.category(),
                    command.paidBy(),
                    terms.map(changed -> before.terms().with(month, changed)).orElse(before.terms()));
            var result = new InCurrency<>(after, settings.currency());
            if (after.equals(before)) {
                return Decision.unchanged(result, stamp);
            }
            books.plans().replace(household, after);
            return new Decision<>(
                    result,
                    new Change.FixedExpenseRevised(terms.map(changed -> month), !sameCard(before, after)),
                    AuditEntry.changed("fixed expense revised", before, after));
        });
    }

    private static boolean sameCard(FixedExpense before, FixedExpense after) {
        return before.label().equals(after.label())
                && before.category().equals(after.category())
                && before.paidBy().equals(after.paidBy());
    }
}
