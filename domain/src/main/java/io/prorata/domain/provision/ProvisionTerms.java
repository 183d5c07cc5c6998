package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import java.util.Optional;

/**
 * How much is set aside from a month on, by whom, and up to what.
 *
 * @param target what it is to reach, zero or more; zero counts as none
 * @param stopAtTarget whether no more is put aside than the target still needs
 * @param accrues whether what the plan puts aside counts as put aside at the end of the month without anybody recording it
 */
public record ProvisionTerms(
        ProvisionBase base, LineSplit split, Optional<Money> target, boolean stopAtTarget, boolean accrues) {

    /** Terms of which nothing else is stated: they accrue only where the target decides how much is put aside. */
    public ProvisionTerms(ProvisionBase base, LineSplit split, Optional<Money> target) {
        this(base, split, target, false, accruesUnlessStated(base));
    }

    /** Returns whether terms with this base accrue where nobody says so: only those whose target decides how much is put aside. */
    public static boolean accruesUnlessStated(ProvisionBase base) {
        return base instanceof ProvisionBase.ToTarget;
    }

    /** Refuses a target that is negative or too large with an {@link IllegalArgumentException}. */
    public ProvisionTerms {
        target.ifPresent(Money::notNegative);
    }

    /**
     * Returns how these terms put money aside (formula 17).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
     */
    public SavingPlan savingPlan() {
        SavingPlan.Pace pace =
                base instanceof ProvisionBase.ToTarget towards ? towards.pace() : new SavingPlan.Steady(stopAtTarget);
        return new SavingPlan(pace, target.orElse(Money.ZERO), accrues);
    }

    /**
     * Returns whether the balance is that of formula 10, and the amount that of formula 5, whatever has been put aside.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f10">Formula 10, progress of a provision</a>
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f5">Formula 5, monthly amount of a provision</a>
     */
    boolean isPlain() {
        return !accrues && !stopAtTarget && !(base instanceof ProvisionBase.ToTarget);
    }
}
