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
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.YearMonth;

/** Ends a bill from a month on. Its past stays; what was to come is dropped. */
public final class EndFixedExpense {

    private final UnitOfWork work;
    private final Clock clock;

    public EndFixedExpense(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param from the first month without it
     * @throws RefusedException if the bill is unknown or {@code expected} is overtaken, or a month that is over would change unasked
     */
    public Committed<InCurrency<FixedExpense>> end(
            HouseholdId household, Actor actor, long id, Precondition expected, EffectiveFrom from) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Planned<FixedExpense> planned = books.plans()
                    .fixedExpense(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownFixedExpense(id)));
            expected.check(books.revisions().stampAt(household, planned.changedAt()));
            FixedExpense before = planned.thing();
            YearMonth month = from.in(settings, clock);
            from.requireOpen(month, settings, clock);
            var after = new FixedExpense(
                    id,
                    before.label(),
                    before.category(),
                    before.paidBy(),
                    before.terms().endedFrom(month));
            books.plans().replace(household, after);
            return new Decision<>(
                    new InCurrency<>(after, settings.currency()),
                    new Change.FixedExpenseEnded(month),
                    AuditEntry.changed("fixed expense ended", before, after));
        });
    }
}
