package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Months;
import io.prorata.application.plan.PlanChange;
import io.prorata.domain.expense.FixedExpense;
import java.util.List;

/**
 * A bill after a write.
 *
 * @param plansMoved the past months whose figures, or bills shown as paid, change
 * @param dryRun whether it was a dry run: nothing is stored
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
