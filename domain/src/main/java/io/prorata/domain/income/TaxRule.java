package io.prorata.domain.income;

import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;

/** How much of a gross income is left to the member. */
public sealed interface TaxRule {

    /**
     * Returns what is left of {@code gross} (formula 1).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f1">Formula 1, net income</a>
     */
    Money net(Money gross);

    /** One rate on the whole of it, as a tax office tells an employer; the tax is rounded half up, the net is the rest. */
    record FlatRate(Rate rate) implements TaxRule {
        @Override
        public Money net(Money gross) {
            return gross.minus(rate.of(gross));
        }
    }

    /** The net amount as a payslip states it. */
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
