package io.prorata.domain.plan;

import io.prorata.domain.money.Money;

/**
 * A budget beside the spending.
 *
 * @param spent on its category in any spelling; negative if refunds are larger
 */
public record BudgetLine(BudgetPlan plan, Money spent) {

    /** Returns what is left; negative if more was spent. */
    public Money left() {
        return plan.amount().minus(spent);
    }
}
