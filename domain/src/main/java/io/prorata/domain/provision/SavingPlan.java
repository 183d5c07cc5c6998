package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How the plan of a provision, or of a bill with a due month, puts money aside (formula 17).
 *
 * @param pace how the monthly amount comes about
 * @param target what is to be reached; zero if there is none
 * @param accrues whether what the plan puts aside counts as put aside at the end of the month without anybody recording it
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
 */
public record SavingPlan(Pace pace, Money target, boolean accrues) {

    /** Refuses a target that is negative or too large with an {@link IllegalArgumentException}. */
    public SavingPlan {
        target.notNegative();
    }

    /** How the monthly amount comes about. */
    public sealed interface Pace {}

    /**
     * The amount of formula 5.
     *
     * @param stopAtTarget whether no more is put aside than the target still needs
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f5">Formula 5, monthly amount of a provision</a>
     */
    public record Steady(boolean stopAtTarget) implements Pace {}

    /**
     * What is still missing, spread over the months that are left.
     *
     * @param by the month in which the target is due, the last one in which money is put aside
     * @param every months until the next due month, if it comes back
     */
    public record Towards(YearMonth by, Optional<Integer> every) implements Pace {

        /** So many months at most. */
        public static final int LONGEST_CYCLE = 600;

        /** Refuses a cycle that is not 1 to {@value #LONGEST_CYCLE} months with an {@link IllegalArgumentException}. */
        public Towards {
            every.ifPresent(months -> {
                if (months < 1 || months > LONGEST_CYCLE) {
                    throw new IllegalArgumentException("a cycle lasts 1 to " + LONGEST_CYCLE + " months");
                }
            });
        }

        /** Returns the due month that counts in {@code month}: with a cycle the next one, itself included; else the only one. */
        public YearMonth dueFrom(YearMonth month) {
            if (every.isEmpty() || !by.isBefore(month)) {
                return by;
            }
            long late = ChronoUnit.MONTHS.between(by, month);
            long cycle = every.get();
            return by.plusMonths((late + cycle - 1) / cycle * cycle);
        }
    }
}
