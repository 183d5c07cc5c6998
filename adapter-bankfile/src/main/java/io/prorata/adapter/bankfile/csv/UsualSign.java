package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.written.LineRefusedException;
import java.math.BigDecimal;

/**
 * The sign that most amounts of a column have which holds only what was spent, or only what was received. One of the other sign goes the
 * other way: a refund among what was spent, a reversal among what was received.
 */
final class UsualSign {

    private final String what;
    private final boolean positiveIfInDoubt;
    private long positive;
    private long negative;

    /** @param positiveIfInDoubt whether positive ones are taken to go the way of the column where as many are negative */
    UsualSign(String what, boolean positiveIfInDoubt) {
        this.what = what;
        this.positiveIfInDoubt = positiveIfInDoubt;
    }

    void observe(int sign) {
        positive += sign > 0 ? 1 : 0;
        negative += sign < 0 ? 1 : 0;
    }

    /** Returns {@code amount} positive if it goes the way of its column. */
    BigDecimal usual(BigDecimal amount) throws LineRefusedException {
        if (positive == negative && !(positiveIfInDoubt && amount.signum() > 0)) {
            throw new LineRefusedException("as many amounts of what was " + what
                    + " are negative as positive, so that it is not known which are refunds");
        }
        return negative > positive ? amount.negate() : amount;
    }
}
