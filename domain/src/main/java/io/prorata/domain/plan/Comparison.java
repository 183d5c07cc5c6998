package io.prorata.domain.plan;

import io.prorata.domain.money.Money;

/**
 * A planned amount beside the actual one (formula 9); the two are never added.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f9">Formula 9, plan against fact</a>
 */
public record Comparison(Money planned, Money actual) {

    /** Returns the actual amount less the planned one: positive if more was paid than planned. */
    public Money variance() {
        return actual.minus(planned);
    }

    /** Returns the sum of both. */
    public Comparison plus(Comparison other) {
        return new Comparison(planned.plus(other.planned), actual.plus(other.actual));
    }
}
