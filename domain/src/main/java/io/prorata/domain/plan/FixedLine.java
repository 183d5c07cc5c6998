package io.prorata.domain.plan;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.Shares;

/**
 * What a month carries of one bill.
 *
 * @param terms in force that month
 * @param keyInstead whether the household's key is used because no member of the line's own split is present
 */
public record FixedLine(FixedExpense expense, FixedTerms terms, Money monthly, Shares shares, boolean keyInstead) {}
