package io.prorata.domain.ledger;

import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** An amount beside its former value. */
public record Trend(Money now, Money before) {

    /** Returns the current amount less the former one. */
    public Money change() {
        return now.minus(before);
    }

    /**
     * Returns the change as a percentage of the former amount, {@code HU(1000 * change / |before|) / 10} with one decimal; empty if that
     * was zero.
     */
    public Optional<BigDecimal> percent() {
        return before.isZero()
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(change().minor())
                        .movePointRight(3)
                        .divide(BigDecimal.valueOf(before.minor()).abs(), 0, RoundingMode.HALF_UP)
                        .movePointLeft(1)
                        .setScale(1));
    }
}
