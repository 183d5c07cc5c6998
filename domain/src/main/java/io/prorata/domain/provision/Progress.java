package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The progress of a provision towards its target.
 *
 * @param permille tenths of a percent, 0 to 1000
 */
public record Progress(int permille) {

    /** Refuses values outside 0 to 1000 with an {@link IllegalArgumentException}. */
    public Progress {
        if (permille < 0 || permille > 1000) {
            throw new IllegalArgumentException("progress lies between 0 and 1000 permille, not " + permille);
        }
    }

    /**
     * Returns {@code HU(1000 * balance / target)}, limited to 0 to 1000 (formula 10); empty without a positive target.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f10">Formula 10, progress of a
     *     provision</a>
     */
    public static Optional<Progress> towards(Optional<Money> target, Money balance) {
        return target.filter(aim -> aim.minor() > 0).map(aim -> {
            BigDecimal permille = BigDecimal.valueOf(balance.minor())
                    .multiply(BigDecimal.valueOf(1000))
                    .divide(BigDecimal.valueOf(aim.minor()), 0, RoundingMode.HALF_UP);
            return new Progress(
                    permille.max(BigDecimal.ZERO).min(BigDecimal.valueOf(1000)).intValueExact());
        });
    }

    /**
     * Returns the part of {@code balance} that counts towards {@code target}, from zero to the target: a surplus of one provision does not
     * count for another.
     */
    public static Money counted(Money target, Money balance) {
        Money atMost = balance.compareTo(target) < 0 ? balance : target;
        return atMost.isNegative() ? Money.ZERO : atMost;
    }

    /** Returns the percentage with one decimal: {@code 33.3}. */
    public BigDecimal inPercent() {
        return BigDecimal.valueOf(permille, 1);
    }
}
