package io.prorata.domain.income;

import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;

/** How the net follows from a gross income. */
public sealed interface TaxRule {

    /**
     * Returns the net of {@code gross} (formula 1).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f1">Formula 1, net income</a>
     */
    Money net(Money gross);

    /** One rate on the whole gross, as a tax office states it to an employer; the tax is rounded half up, the net is the rest. */
    record FlatRate(Rate rate) implements TaxRule {
        @Override
        public Money net(Money gross) {
            return gross.minus(rate.of(gross));
        }
    }

    /** The net amount on a payslip. */
    record Stated(Money net) implements TaxRule {
        /** Refuses a net that is negative or too large with an {@link IllegalArgumentException}. */
        public Stated {
            net.notNegative();
        }

        @Override
        public Money net(Money gross) {
            return net;
        }
    }
}
