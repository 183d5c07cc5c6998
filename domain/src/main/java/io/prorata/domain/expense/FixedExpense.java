package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.time.Dates;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

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

    /** Returns this bill with other terms. */
    public FixedExpense withTerms(Timeline<FixedTerms> other) {
        return new FixedExpense(id, label, category, paidBy, other);
    }

    /**
     * Returns what {@code month} carries of this bill: with a due month what is put aside for it (formula 19), else its part (formula 4). Zero
     * before its first month and where it has ended. The months of a cycle are counted through changes of amount and start anew only where the
     * frequency changes.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f4">Formula 4, monthly part of a bill</a>
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f19">Formula 19, bills of any cycle</a>
     */
    public Money partOf(YearMonth month) {
        return months(month, month).partOf(month);
    }

    /** Returns what the months from {@code first} to {@code last} carry of this bill, computed in one pass from its first month on. */
    public BillMonths months(YearMonth first, YearMonth last) {
        return new BillMonths(this, namesDue() ? savings().between(first, last) : List.of());
    }

    /**
     * Returns what {@code month} puts aside for the bill's due month, and what is there at its end; empty where its terms name none.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f19">Formula 19, bills of any cycle</a>
     */
    public Optional<SavingMonth> savedIn(YearMonth month) {
        return months(month, month).savedIn(month);
    }

    /** Returns the months up to {@code last} in which the terms name a due month, one after the other. */
    public List<SavingMonth> savedUntil(YearMonth last) {
        return namesDue() ? savings().between(Dates.FIRST_MONTH, last) : List.of();
    }

    /** Returns what has been put aside for the bill's due month when {@code month} begins; zero where its terms name none. */
    public Money savedBefore(YearMonth month) {
        return namesDue() ? savings().before(month) : Money.ZERO;
    }

    private boolean namesDue() {
        return terms.entries().stream()
                .anyMatch(entry -> entry.terms().flatMap(FixedTerms::due).isPresent());
    }

    private BillSavings savings() {
        return BillSavings.of(terms, this::partsOfCycleBefore);
    }

    /**
     * Returns what the cycle that goes on in {@code first} has put aside by its parts, where terms without a due month held before. A bill of
     * each month, and one that is counted in weeks, has been paid meanwhile.
     */
    private Money partsOfCycleBefore(YearMonth first) {
        YearMonth before = first.minusMonths(1);
        Optional<BillCycle> cycle = terms.at(before)
                .filter(held -> held.due().isEmpty())
                .map(held -> held.frequency().cycle())
                .filter(BillCycle.EveryMonths.class::isInstance);
        return cycle.map(held -> {
                    YearMonth since = terms.since(before, FixedTerms::frequency).orElseThrow();
                    long elapsed = ChronoUnit.MONTHS.between(since, first) % held.months();
                    return Money.sum(LongStream.rangeClosed(1, elapsed)
                            .mapToObj(first::minusMonths)
                            .filter(month ->
                                    terms.at(month).flatMap(FixedTerms::due).isEmpty())
                            .map(this::steadyPartOf)
                            .toList());
                })
                .orElse(Money.ZERO);
    }

    /** Returns the part of a month whose terms name no due month. */
    Money steadyPartOf(YearMonth month) {
        return terms.since(month, FixedTerms::frequency)
                .map(since -> {
                    FixedTerms now = terms.at(month).orElseThrow();
                    return now.frequency().partOf(now.amount(), ChronoUnit.MONTHS.between(since, month));
                })
                .orElse(Money.ZERO);
    }

    /**
     * Returns the period of the one bill that is due on {@code date}: the months of a cycle, or its weeks, counted from the first month of
     * the frequency; empty where the bill is not in force.
     */
    public Optional<DuePeriod> dueOn(LocalDate date) {
        YearMonth month = YearMonth.from(date);
        return terms.since(month, FixedTerms::frequency).map(since -> {
            Frequency frequency = terms.at(month).orElseThrow().frequency();
            if (frequency.cycle() instanceof BillCycle.EveryWeeks every) {
                LocalDate start = since.atDay(1);
                LocalDate first =
                        start.plusWeeks(ChronoUnit.WEEKS.between(start, date) / every.weeks() * every.weeks());
                return new DuePeriod(first, first.plusWeeks(every.weeks()).minusDays(1));
            }
            long cycles = ChronoUnit.MONTHS.between(since, month) / frequency.months();
            YearMonth first = since.plusMonths(cycles * frequency.months());
            return new DuePeriod(
                    first.atDay(1), first.plusMonths(frequency.months() - 1L).atEndOfMonth());
        });
    }
}
