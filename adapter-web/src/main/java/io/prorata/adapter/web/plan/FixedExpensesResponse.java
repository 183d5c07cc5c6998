package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.plan.ShowFixedExpenses;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bills of a month, as they hold in it. */
@Serdeable.Serializable
record FixedExpensesResponse(String month, String currency, List<FixedExpenseInMonth> fixedExpenses) {

    /**
     * A bill in a month.
     *
     * @param inForce whether it holds that month; if not, the terms are absent
     * @param monthlyAmount what the month carries of it
     */
    @Serdeable.Serializable
    record FixedExpenseInMonth(
            long id,
            String label,
            String category,
            String paidFromCategory,
            boolean inForce,
            @Nullable String amount,
            @Nullable String frequency,
            @Nullable Map<String, Object> split,
            String monthlyAmount) {

        static FixedExpenseInMonth of(FixedExpense expense, YearMonth month, AmountText amounts) {
            FixedTerms terms = expense.terms().at(month).orElse(null);
            return new FixedExpenseInMonth(
                    expense.id(),
                    expense.label(),
                    expense.category(),
                    expense.paidBy(),
                    terms != null,
                    terms == null ? null : amounts.text(terms.amount()),
                    terms == null ? null : terms.frequency().name().toLowerCase(Locale.ROOT),
                    terms == null ? null : SplitJson.write(terms.split()),
                    amounts.text(expense.partOf(month)));
        }
    }

    static FixedExpensesResponse of(ReadResult<ShowFixedExpenses.Bills> bills) {
        var amounts = new AmountText(bills.currency());
        YearMonth month = bills.thing().month();
        return new FixedExpensesResponse(
                month.toString(),
                bills.currency().getCurrencyCode(),
                bills.thing().bills().stream()
                        .map(bill -> FixedExpenseInMonth.of(bill, month, amounts))
                        .toList());
    }
}
