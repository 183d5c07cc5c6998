/**
 * The facts: the bank's lines and their sums.
 *
 * <p>A {@link io.prorata.domain.ledger.Transaction} has the bank's sign. Everything computed from it has the sign of its {@link
 * io.prorata.domain.ledger.ExpenseType}: spent is positive and a refund negative.
 */
@NullMarked
package io.prorata.domain.ledger;

import org.jspecify.annotations.NullMarked;
