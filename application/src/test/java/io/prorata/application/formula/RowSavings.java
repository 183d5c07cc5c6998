package io.prorata.application.formula;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.provision.SavingSchedule.Held;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formula 18 as the rules state it, of rows one by one. What each month of a provision plans (formula 17) is taken from the domain. */
final class RowSavings {

    private final PlanBook book;
    private final List<Transaction> rows;
    private final LocalDate today;
    private final YearMonth now;

    /** @param rows of the household that are not excluded */
    RowSavings(PlanBook book, List<Transaction> rows, LocalDate today) {
        this.book = book;
        this.rows = rows;
        this.today = today;
        this.now = YearMonth.from(today);
    }

    /** What is there of a provision or a bill: at once, and month by month. */
    private record Claim(Money now, Money awaited, List<SavingMonth> months) {}

    /** The schedule of each provision up to {@code last}, and what is free of {@code stated}. */
    void figures(Money stated, YearMonth last, Figures figures) {
        List<Claim> claims = new ArrayList<>();
        for (Provision provision : book.provisions()) {
            List<SavingMonth> months = book.savings(provision, last);
            months.forEach(month -> put(provision.id(), month, figures));
            Held held = book.schedule(provision).within(now, upToToday(provision));
            claims.add(new Claim(held.balance(), held.awaited(), months));
        }
        book.fixed().forEach(bill -> claims.add(new Claim(bill.savedBefore(now), Money.ZERO, bill.savedUntil(last))));
        Money there = stated;
        Money free = stated;
        for (Claim claim : claims) {
            there = there.minus(claim.awaited());
            free = free.minus(claim.awaited()).minus(notNegative(claim.now()));
        }
        figures.put(now, "free at once", free);
        for (YearMonth month = now; !month.isAfter(last); month = month.plusMonths(1)) {
            Money claimed = Money.ZERO;
            for (Claim claim : claims) {
                for (SavingMonth of : claim.months()) {
                    if (of.month().equals(month)) {
                        claimed = claimed.plus(notNegative(of.balance()));
                        if (of.plan().isPresent() && of.plan().get().accrues()) {
                            there = there.plus(of.planned()).minus(of.spentByPlan());
                        }
                    }
                }
            }
            figures.put(month, "free", there.minus(claimed));
        }
    }

    /** One month of a schedule. */
    static void put(long provision, SavingMonth month, Figures figures) {
        String name = "schedule " + provision + " ";
        figures.put(month.month(), name + "planned", month.planned());
        figures.put(month.month(), name + "reached", month.reached());
        figures.put(month.month(), name + "spent by plan", month.spentByPlan());
        figures.put(month.month(), name + "balance", month.balance());
        figures.put(month.month(), name + "awaited", month.awaited());
        figures.put(month.month(), name + "unseen", month.unseen());
    }

    /** What has become of a provision in the month of the statement, up to its day. */
    private SavingFacts upToToday(Provision provision) {
        SavingFacts facts = provision.movements().stream()
                .filter(movement -> isOfMonthSoFar(movement.date()))
                .map(SavingFacts::of)
                .reduce(SavingFacts.NONE, SavingFacts::plus);
        for (Transaction row : rows) {
            if (isOfMonthSoFar(row.line().date())
                    && row.attribution().common()
                    && row.attribution().provision().equals(Optional.of(provision.id()))) {
                facts = facts.plus(
                        RowFormulas.type(row) == ExpenseType.PROVISION
                                ? SavingFacts.ofProvisionRow(row.line().amount())
                                : SavingFacts.ofPaidRow(row.line().amount()));
            }
        }
        return facts;
    }

    private boolean isOfMonthSoFar(LocalDate date) {
        return YearMonth.from(date).equals(now) && !date.isAfter(today);
    }

    private static Money notNegative(Money amount) {
        return amount.isNegative() ? Money.ZERO : amount;
    }
}
