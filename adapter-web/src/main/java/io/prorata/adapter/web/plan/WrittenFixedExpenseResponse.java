package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Months;
import io.prorata.application.plan.PlanChange;
import io.prorata.domain.expense.FixedExpense;
import java.util.List;

/**
 * A bill as a write has left it.
 *
 * @param plansMoved the months that are over in which figures are not as they were, or what is shown as paid
 * @param dryRun whether nothing was kept
 */
@Serdeable.Serializable
record WrittenFixedExpenseResponse(
        @SerdeConfig.SerUnwrapped FixedExpenseResponse fixedExpense, List<String> plansMoved, boolean dryRun) {

    static WrittenFixedExpenseResponse of(PlanChange<FixedExpense> change, boolean dryRun) {
        return new WrittenFixedExpenseResponse(
                FixedExpenseResponse.of(change.thing(), new AmountText(change.currency())),
                Months.texts(change.plansMoved()),
                dryRun);
    }
}
