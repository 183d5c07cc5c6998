package io.prorata.domain.plan;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.Shares;

/**
 * What a budget expects of a month.
 *
 * @param keyInstead whether the household's key serves because nobody of the budget's own split is there
 */
public record BudgetPlan(Budget budget, BudgetTerms terms, Shares shares, boolean keyInstead) {

    /** Returns what is expected to be spent. */
    public Money amount() {
        return terms.amount();
    }
}
