package io.prorata.domain.income;

import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;

/**
 * The monthly income of one member.
 *
 * @param gross per month, the amount the tax rate applies to (in France the <em>net imposable</em>)
 * @param taxRule how the net follows from it
 */
public record Income(Money gross, TaxRule taxRule) {

    /** No income. */
    public static final Income NONE = ofNet(Money.ZERO);

    /** Refuses a gross that is negative or too large, and a net above it, with an {@link IllegalArgumentException}. */
    public Income {
        gross.notNegative();
        if (taxRule.net(gross).compareTo(gross) > 0) {
            throw new IllegalArgumentException("the net income is larger than the gross");
        }
    }

    /** An income with the tax rate {@code rate}. */
    public static Income taxed(Money gross, Rate rate) {
        return new Income(gross, new TaxRule.FlatRate(rate));
    }

    /** An income with a known net only: it counts as untaxed. */
    public static Income ofNet(Money net) {
        return new Income(net, new TaxRule.Stated(net));
    }

    /**
     * Returns the net (formula 1).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f1">Formula 1, net income</a>
     */
    public Money net() {
        return taxRule.net(gross);
    }

    /** Returns the tax: net plus tax is gross. */
    public Money tax() {
        return gross.minus(net());
    }
}
