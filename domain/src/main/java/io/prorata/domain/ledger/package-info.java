/**
 * The facts: what the bank's lines say, and what they add up to.
 *
 * <p>A {@link io.prorata.domain.ledger.Transaction} has the bank's sign. Everything computed from it has the sense of its
 * {@link io.prorata.domain.ledger.ExpenseType}: spent is positive and a refund negative.
 */
@NullMarked
package io.prorata.domain.ledger;

import org.jspecify.annotations.NullMarked;
