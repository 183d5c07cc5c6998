package io.prorata.domain.settlement;

import io.prorata.domain.money.Money;

/**
 * The amount that a member still has to pay for a month, with its parts (formula 15).
 *
 * @param share of the cost of the month
 * @param pooled the part of it that common incomes cover
 * @param paid for the household by the member
 * @param put into the pot by the member; money taken back is negative
 * @param settled by settlements: paid less received
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to
 *     pay</a>
 */
public record MemberDue(Money share, Money pooled, Money paid, Money put, Money settled) {

    /** A due of zero. */
    public static final MemberDue NONE = new MemberDue(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** Returns what is left to pay; negative if the member receives. */
    public Money due() {
        return share.minus(pooled).minus(paid).minus(put).minus(settled);
    }

    /** Returns the sums of both. */
    public MemberDue plus(MemberDue other) {
        return new MemberDue(
                share.plus(other.share),
                pooled.plus(other.pooled),
                paid.plus(other.paid),
                put.plus(other.put),
                settled.plus(other.settled));
    }
}
