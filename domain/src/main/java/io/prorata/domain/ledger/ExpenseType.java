package io.prorata.domain.ledger;

import io.prorata.domain.money.Money;

/** The purpose of a transaction. */
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

    /** Whether spending of this type is shown as positive, although the bank's sign is negative. */
    public boolean isOutgoing() {
        return outgoing;
    }

    /**
     * Returns the bank's {@code amount} with the sign of this type (formula 12).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f12">Formula 12, signs</a>
     */
    public Money inSense(Money amount) {
        return outgoing ? amount.negated() : amount;
    }
}
