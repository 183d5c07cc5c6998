package io.prorata.domain.plan;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.Shares;

/**
 * The amount of a budget in a month, with its shares.
 *
 * @param keyInstead whether the household's key is used because no member of the budget's own split is present
 */
public record BudgetPlan(Budget budget, BudgetTerms terms, Shares shares, boolean keyInstead) {

    /** Returns the expected spending. */
    public Money amount() {
        return terms.amount();
    }
}
