package io.prorata.domain.ledger;

import io.prorata.domain.money.Money;

/** What a transaction is for the household. */
public enum ExpenseType {
    /** Pays a planned bill. */
    FIXED(true),
    /** Spent on everyday life, or refunded. */
    VARIABLE(true),
    /** Moved to or from what is put aside. */
    PROVISION(true),
    /** Earned. */
    INCOME(false),
    /** Moved between own accounts: in no sum. */
    TRANSFER(false);

    private final boolean outgoing;

    ExpenseType(boolean outgoing) {
        this.outgoing = outgoing;
    }

    /** Whether a larger expense of this type is shown as a larger amount, although the bank's sign is negative. */
    public boolean isOutgoing() {
        return outgoing;
    }

    /**
     * Returns the bank's {@code amount} in the sense of this type (formula 12).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f12">Formula 12, signs</a>
     */
    public Money inSense(Money amount) {
        return outgoing ? amount.negated() : amount;
    }
}
