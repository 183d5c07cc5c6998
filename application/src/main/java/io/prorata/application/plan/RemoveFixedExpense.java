package io.prorata.application.plan;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.PlanBook;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Removes a bill that was stated by mistake, if no transaction pays it. A transaction refers to a bill by the category that pays it:
 * without the bill, a FIXED row would be in no total of what is to pay.
 */
public final class RemoveFixedExpense {

    private final UnitOfWork work;
    private final Clock clock;

    public RemoveFixedExpense(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws RefusedException if the bill is unknown, {@code expected} is overtaken, or transactions pay it and no other bill
     */
    public Committed<PlanChange<FixedExpense>> remove(
            HouseholdId household, Actor actor, long id, Precondition expected) {
        return work.write(household, actor, books -> {
            Household settings = books.households().get(household);
            Planned<FixedExpense> planned = books.plans()
                    .fixedExpense(household, id)
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownFixedExpense(id)));
            expected.check(books.revisions().stampAt(household, planned.changedAt()));
            PlanBook before = books.plans().book(household);
            YearMonth current = EffectiveFrom.NOW.in(settings, clock);
            SortedSet<YearMonth> paid = paid(household, books, before, planned.thing(), current);
            if (!paid.isEmpty()) {
                throw new RefusedException(new Refusal.BillIsPaid(id, paid));
            }
            if (books.ledger().isNamed(household, new PlanLink.Bill(id))) {
                throw new RefusedException(new Refusal.NamedByRows("fixed expense", id));
            }
            List<Long> rules = books.rules().naming(household, new PlanLink.Bill(id));
            if (!rules.isEmpty()) {
                throw new RefusedException(new Refusal.NamedByRules("fixed expense", id, rules));
            }
            books.plans().removeFixedExpense(household, id);
            YearMonth first = first(planned.thing());
            return new Decision<>(
                    new PlanChange<>(
                            planned.thing(), settings.currency(), new PlansMoved(settings, clock).by(planned.thing())),
                    new Change.FixedExpenseRemoved(first),
                    AuditEntry.removed("fixed expense removed", planned.thing()));
        });
    }

    /** Returns the months up to {@code current} in which FIXED rows pay {@code bill} and, by their category, no other. */
    private static SortedSet<YearMonth> paid(
            HouseholdId household, Books books, PlanBook plans, FixedExpense bill, YearMonth current) {
        SortedSet<YearMonth> paid = new TreeSet<>();
        for (YearMonth month = first(bill); !month.isAfter(current); month = month.plusMonths(1)) {
            if (isAlonePayable(plans, bill, month)
                    && books.ledger().facts(household, month).counted().stream()
                            .anyMatch(group ->
                                    group.type() == ExpenseType.FIXED && isOf(bill.paidBy(), group.category()))) {
                paid.add(month);
            }
        }
        return paid;
    }

    private static boolean isAlonePayable(PlanBook plans, FixedExpense bill, YearMonth month) {
        return bill.terms().at(month).isPresent()
                && plans.fixed().stream()
                        .noneMatch(other -> other.id() != bill.id()
                                && isOf(bill.paidBy(), other.paidBy())
                                && other.terms().at(month).isPresent());
    }

    private static boolean isOf(String payer, @Nullable String category) {
        return category != null && Naming.folded(payer).equals(Naming.folded(category));
    }

    private static YearMonth first(FixedExpense bill) {
        return bill.terms().entries().get(0).from();
    }
}
