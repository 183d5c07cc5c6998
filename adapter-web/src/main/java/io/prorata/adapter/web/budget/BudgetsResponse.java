package io.prorata.adapter.web.budget;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.budget.ShowBudgets;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The budgets of a month, with the terms in force. */
@Serdeable.Serializable
record BudgetsResponse(String month, String currency, List<BudgetInMonth> budgets) {

    /**
     * A budget in a month.
     *
     * @param inForce whether it is in force in the month; if not, the terms are absent
     * @param amount the amount of one month
     */
    @Serdeable.Serializable
    record BudgetInMonth(
            long id,
            String category,
            boolean inForce,
            @Nullable String amount,
            @Nullable Map<String, Object> split) {

        static BudgetInMonth of(Budget budget, YearMonth month, AmountText amounts) {
            BudgetTerms terms = budget.terms().at(month).orElse(null);
            return new BudgetInMonth(
                    budget.id(),
                    budget.category(),
                    terms != null,
                    terms == null ? null : amounts.text(terms.amount()),
                    terms == null ? null : SplitJson.write(terms.split()));
        }
    }

    static BudgetsResponse of(ReadResult<ShowBudgets.Budgets> budgets) {
        var amounts = new AmountText(budgets.currency());
        YearMonth month = budgets.thing().month();
        return new BudgetsResponse(
                month.toString(),
                budgets.currency().getCurrencyCode(),
                budgets.thing().budgets().stream()
                        .map(budget -> BudgetInMonth.of(budget, month, amounts))
                        .toList());
    }
}
