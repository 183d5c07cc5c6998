package io.prorata.domain.ledger;

import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** An amount beside what it was before. */
public record Trend(Money now, Money before) {

    /** Returns what there is now less what there was. */
    public Money change() {
        return now.minus(before);
    }

    /**
     * Returns the change as a percentage of what it was, {@code HU(1000 * change / |before|) / 10} with one decimal; empty where it was
     * nothing.
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
