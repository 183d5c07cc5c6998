package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A bill that comes back: a plan, beside which the transactions that pay it are shown.
 *
 * @param paidBy the category of the transactions that pay it, compared folded; usually its own
 */
public record FixedExpense(long id, String label, String category, String paidBy, Timeline<FixedTerms> terms) {

    /** Refuses what is no name with an {@link IllegalArgumentException}. */
    public FixedExpense {
        label = Naming.name(label);
        category = Naming.name(category);
        paidBy = Naming.name(paidBy);
    }

    /**
     * Returns what {@code month} carries of this bill (formula 4): zero before its first month and where it has ended. The months
     * of a cycle are counted through changes of amount and start anew only where the frequency changes.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f4">Formula 4, monthly part of a bill</a>
     */
    public Money partOf(YearMonth month) {
        return terms.since(month, FixedTerms::frequency)
                .map(since -> {
                    FixedTerms now = terms.at(month).orElseThrow();
                    return now.frequency().partOf(now.amount(), ChronoUnit.MONTHS.between(since, month));
                })
                .orElse(Money.ZERO);
    }

    /**
     * Returns the period of the one bill that is due on {@code date}: the months of a cycle, or seven days, counted from the first month of
     * the frequency; empty where the bill is not in force.
     */
    public Optional<DuePeriod> dueOn(LocalDate date) {
        YearMonth month = YearMonth.from(date);
        return terms.since(month, FixedTerms::frequency).map(since -> {
            Frequency frequency = terms.at(month).orElseThrow().frequency();
            if (frequency == Frequency.WEEKLY) {
                LocalDate start = since.atDay(1);
                LocalDate first = start.plusWeeks(ChronoUnit.WEEKS.between(start, date));
                return new DuePeriod(first, first.plusDays(6));
            }
            long cycles = ChronoUnit.MONTHS.between(since, month) / frequency.months();
            YearMonth first = since.plusMonths(cycles * frequency.months());
            return new DuePeriod(
                    first.atDay(1), first.plusMonths(frequency.months() - 1L).atEndOfMonth());
        });
    }
}
