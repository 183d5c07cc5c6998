package io.prorata.domain.plan;

import io.prorata.domain.money.Money;

/**
 * A budget beside what was spent.
 *
 * @param spent on its category, whatever its spelling; negative where more came back
 */
public record BudgetLine(BudgetPlan plan, Money spent) {

    /** Returns what is left; negative where more was spent. */
    public Money left() {
        return plan.amount().minus(spent);
    }
}
