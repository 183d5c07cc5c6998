package io.prorata.domain.expense;

import io.prorata.domain.money.Money;

/** How often a bill comes: short names for the usual cycles. */
public enum Frequency {
    /** 52 bills in twelve months. */
    WEEKLY,
    /** A bill each month. */
    MONTHLY,
    /** A bill every two months. */
    BIMONTHLY,
    /** A bill every three months. */
    QUARTERLY,
    /** A bill every six months. */
    SEMIANNUAL,
    /** A bill a year. */
    ANNUAL;

    /** Returns the cycle this is short for. */
    public BillCycle cycle() {
        return switch (this) {
            case WEEKLY -> new BillCycle.EveryWeeks(1);
            case MONTHLY -> new BillCycle.EveryMonths(1);
            case BIMONTHLY -> new BillCycle.EveryMonths(2);
            case QUARTERLY -> new BillCycle.EveryMonths(3);
            case SEMIANNUAL -> new BillCycle.EveryMonths(6);
            case ANNUAL -> new BillCycle.EveryMonths(12);
        };
    }

    /** Returns after how many months its parts add up to whole bills. */
    public int months() {
        return cycle().months();
    }

    /** Returns how many bills come in {@link #months()}. */
    public int bills() {
        return this == WEEKLY ? 52 : 1;
    }

    /**
     * Returns what one month carries of a bill of {@code amount} (formula 4).
     *
     * @param k months since the first, zero or more
     * @throws IllegalArgumentException if the month lies before the first
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f4">Formula 4, monthly part of a bill</a>
     */
    public Money partOf(Money amount, long k) {
        return cycle().partOf(amount, k);
    }
}
