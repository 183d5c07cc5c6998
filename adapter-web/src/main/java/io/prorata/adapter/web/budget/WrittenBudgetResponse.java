package io.prorata.adapter.web.budget;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Months;
import io.prorata.application.plan.PlanChange;
import io.prorata.domain.plan.Budget;
import java.util.List;

/**
 * A budget after a write.
 *
 * @param plansMoved the past months in which it changes
 * @param dryRun whether it was a dry run: nothing is stored
 */
@Serdeable.Serializable
record WrittenBudgetResponse(@SerdeConfig.SerUnwrapped BudgetResponse budget, List<String> plansMoved, boolean dryRun) {

    static WrittenBudgetResponse of(PlanChange<Budget> change, boolean dryRun) {
        return new WrittenBudgetResponse(
                BudgetResponse.of(change.thing(), new AmountText(change.currency())),
                Months.texts(change.plansMoved()),
                dryRun);
    }
}
