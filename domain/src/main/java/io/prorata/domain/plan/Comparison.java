package io.prorata.domain.plan;

import io.prorata.domain.money.Money;

/**
 * A plan beside what became of it (formula 9); never added to it.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f9">Formula 9, plan against fact</a>
 */
public record Comparison(Money planned, Money actual) {

    /** Returns the actual less the planned: positive where more was paid than planned. */
    public Money variance() {
        return actual.minus(planned);
    }

    /** Returns both together. */
    public Comparison plus(Comparison other) {
        return new Comparison(planned.plus(other.planned), actual.plus(other.actual));
    }
}
