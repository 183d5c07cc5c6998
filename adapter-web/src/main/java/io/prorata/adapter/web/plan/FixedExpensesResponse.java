package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.plan.ShowFixedExpenses;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.provision.SavingMonth;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bills of a month, with the terms in force. */
@Serdeable.Serializable
record FixedExpensesResponse(String month, String currency, List<FixedExpenseInMonth> fixedExpenses) {

    /**
     * A bill in a month.
     *
     * @param inForce whether it is in force in the month; if not, the terms are absent
     * @param dueMonth a month in which it is due; absent if not stated
     * @param monthlyAmount the part of the bill that belongs to the month
     * @param nextDue the next month in which it is due; absent without a due month
     * @param putAside the amount put aside for it at the end of the month; absent without a due month
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
            @Nullable String dueMonth,
            @Nullable Map<String, Object> split,
            String monthlyAmount,
            @Nullable String nextDue,
            @Nullable String putAside) {

        static FixedExpenseInMonth of(FixedExpense expense, YearMonth month, AmountText amounts) {
            FixedTerms terms = expense.terms().at(month).orElse(null);
            Optional<SavingMonth> saved = expense.savedIn(month);
            return new FixedExpenseInMonth(
                    expense.id(),
                    expense.label(),
                    expense.category(),
                    expense.paidBy(),
                    terms != null,
                    terms == null ? null : amounts.text(terms.amount()),
                    terms == null ? null : terms.frequency().name().toLowerCase(Locale.ROOT),
                    terms == null ? null : terms.due().map(YearMonth::toString).orElse(null),
                    terms == null ? null : SplitJson.write(terms.split()),
                    amounts.text(expense.partOf(month)),
                    saved.flatMap(SavingMonth::nextDue).map(YearMonth::toString).orElse(null),
                    saved.map(SavingMonth::balance).map(amounts::text).orElse(null));
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
