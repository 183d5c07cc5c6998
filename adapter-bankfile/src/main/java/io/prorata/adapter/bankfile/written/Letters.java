package io.prorata.adapter.bankfile.written;

import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.Unreadable;
import java.math.BigDecimal;

/** Counts the letters beside amounts, such as Dr and Cr, and the amounts that have neither letters nor a sign. */
public final class Letters {

    private boolean spent;
    private boolean received;
    private long bare;

    /** Learns from an amount of the column. */
    public void observe(WrittenAmount amount) {
        if (amount.told().isPresent()) {
            spent |= amount.told().get() == Direction.SPENT;
            received |= amount.told().get() == Direction.RECEIVED;
        } else if (!amount.signed()
                && amount.withPoint()
                                .or(amount::withComma)
                                .map(BigDecimal::signum)
                                .orElse(0)
                        > 0) {
            bare++;
        }
    }

    /** Whether an amount without sign and letters says nothing. */
    public boolean decide() {
        return spent && received;
    }

    /** @throws io.prorata.domain.RefusedException if letters stand beside some amounts and the others may mean the contrary */
    public void requireTold() {
        if (bare > 0 && spent != received) {
            throw Unreadable.AMBIGUOUS_SIGNS.because(
                    "letters that mean " + (spent ? "spent" : "received")
                            + " stand beside some amounts and nothing beside others:"
                            + " reversed=yes says that those were spent, reversed=no that they were received",
                    ReadOption.REVERSED);
        }
    }
}
