package io.prorata.domain.expense;

import io.prorata.domain.money.Money;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.provision.SavingPlan;
import io.prorata.domain.provision.SavingSchedule;
import io.prorata.domain.time.Dates;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is put aside for a bill while its terms name a due month (formula 19): one stretch of months after the other. Where the due month goes,
 * or the bill ends, what was put aside is dropped.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f19">Formula 19, bills of any cycle</a>
 */
final class BillSavings {

    /**
     * Months in which terms with a due month hold.
     *
     * @param last the last of them
     */
    private record Stretch(YearMonth last, SavingSchedule schedule) {

        YearMonth first() {
            return schedule.terms().entries().get(0).from();
        }

        boolean has(YearMonth month) {
            return !month.isBefore(first()) && !month.isAfter(last);
        }
    }

    private final List<Stretch> stretches;

    private BillSavings(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /**
     * @param opening what was put aside in the cycle that goes on, by the first month with a due month
     */
    static BillSavings of(Timeline<FixedTerms> terms, Function<YearMonth, Money> opening) {
        List<Stretch> stretches = new ArrayList<>();
        Timeline<SavingPlan> plans = Timeline.empty();
        for (Timeline.Entry<FixedTerms> entry : terms.entries()) {
            Optional<SavingPlan> plan = entry.terms().flatMap(FixedTerms::savingPlan);
            if (plan.isPresent()) {
                plans = plans.with(entry.from(), plan.get());
            } else if (!plans.entries().isEmpty()) {
                stretches.add(stretch(plans, entry.from().minusMonths(1), opening));
                plans = Timeline.empty();
            }
        }
        if (!plans.entries().isEmpty()) {
            stretches.add(stretch(plans, Dates.LAST_MONTH, opening));
        }
        return new BillSavings(stretches);
    }

    private static Stretch stretch(Timeline<SavingPlan> plans, YearMonth last, Function<YearMonth, Money> opening) {
        return new Stretch(
                last,
                SavingSchedule.withoutFacts(opening.apply(plans.entries().get(0).from()), plans));
    }

    /** Returns the months from {@code first} to {@code last} in which terms with a due month hold; each stretch is computed once. */
    List<SavingMonth> between(YearMonth first, YearMonth last) {
        return stretches.stream()
                .filter(stretch -> !stretch.last().isBefore(first))
                .flatMap(stretch ->
                        stretch.schedule().until(stretch.last().isBefore(last) ? stretch.last() : last).stream())
                .filter(month -> !month.month().isBefore(first))
                .toList();
    }

    /** Returns what is there when {@code month} begins; zero if its terms name no due month. */
    Money before(YearMonth month) {
        return stretches.stream()
                .filter(stretch -> stretch.has(month))
                .map(stretch ->
                        stretch.schedule().within(month, SavingFacts.NONE).balance())
                .findFirst()
                .orElse(Money.ZERO);
    }
}
