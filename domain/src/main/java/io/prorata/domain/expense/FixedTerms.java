package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import io.prorata.domain.provision.SavingPlan;
import io.prorata.domain.split.LineSplit;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The cost of a bill from a month on.
 *
 * @param amount of one bill, zero or more
 * @param due a month in which a bill of several months is due, if that is stated: then the bill is put aside until it (formula 19)
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f19">Formula 19, bills of any cycle</a>
 */
public record FixedTerms(Money amount, Frequency frequency, Optional<YearMonth> due, LineSplit split) {

    /** Of a bill without a due month. */
    public FixedTerms(Money amount, Frequency frequency, LineSplit split) {
        this(amount, frequency, Optional.empty(), split);
    }

    /**
     * Refuses an amount that is negative or too large, and a due month of a bill that comes every month or is counted in weeks, with an
     * {@link IllegalArgumentException}.
     */
    public FixedTerms {
        amount.notNegative();
        if (due.isPresent() && (frequency.months() == 1 || frequency.cycle() instanceof BillCycle.EveryWeeks)) {
            throw new IllegalArgumentException("only a bill that comes every few months has a due month");
        }
    }

    /** Returns how the bill is put aside until its due month; empty without one. */
    Optional<SavingPlan> savingPlan() {
        return due.map(
                month -> new SavingPlan(new SavingPlan.Towards(month, Optional.of(frequency.months())), amount, true));
    }
}
