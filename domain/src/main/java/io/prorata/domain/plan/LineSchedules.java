package io.prorata.domain.plan;

import io.prorata.domain.expense.BillMonths;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingMonth;
import java.time.YearMonth;
import java.util.List;

/** What lines put aside, month after month from their first one on. */
interface LineSchedules {

    /** Returns the months of a provision up to {@code last}; none before its first terms. */
    List<SavingMonth> of(Provision provision, YearMonth last);

    /** Returns what the months from {@code first} to {@code last} carry of a bill. */
    BillMonths of(FixedExpense bill, YearMonth first, YearMonth last);

    /** Returns those of a plan. */
    static LineSchedules of(PlanBook book) {
        var incomes = new Incomes(book.configs());
        return new LineSchedules() {
            @Override
            public List<SavingMonth> of(Provision provision, YearMonth last) {
                return provision.schedule(incomes::steady).until(last);
            }

            @Override
            public BillMonths of(FixedExpense bill, YearMonth first, YearMonth last) {
                return bill.months(first, last);
            }
        };
    }
}
