package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How often a bill comes. */
public enum Frequency {
    /** 52 bills in twelve months. */
    WEEKLY(52, 12),
    /** A bill each month. */
    MONTHLY(1, 1),
    /** A bill every two months. */
    BIMONTHLY(1, 2),
    /** A bill every three months. */
    QUARTERLY(1, 3),
    /** A bill every six months. */
    SEMIANNUAL(1, 6),
    /** A bill a year. */
    ANNUAL(1, 12);

    private final int bills;
    private final int months;

    Frequency(int bills, int months) {
        this.bills = bills;
        this.months = months;
    }

    /** Returns after how many months its parts add up to whole bills. */
    public int months() {
        return months;
    }

    /** Returns how many bills come in {@link #months()}. */
    public int bills() {
        return bills;
    }

    /**
     * Returns what one month carries of a bill of {@code amount} (formula 4): {@code HU(A(k+1)/n) - HU(A k/n)}, so that the
     * parts of n months in a row add up to the bills exactly.
     *
     * @param k months since the first, zero or more
     * @throws IllegalArgumentException if the month lies before the first
     */
    public Money partOf(Money amount, long k) {
        if (k < 0) {
            throw new IllegalArgumentException("a bill has no part before its first month");
        }
        long inCycle = k % months;
        return new Money(upTo(amount, inCycle + 1) - upTo(amount, inCycle));
    }

    private long upTo(Money amount, long elapsed) {
        return BigDecimal.valueOf(amount.minor())
                .multiply(BigDecimal.valueOf(bills * elapsed))
                .divide(BigDecimal.valueOf(months), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
