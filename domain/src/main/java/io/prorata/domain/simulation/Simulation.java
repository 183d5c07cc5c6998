package io.prorata.domain.simulation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Months as they are beside the same months after changes that nobody has made.
 *
 * @param months in order
 */
public record Simulation(List<SimulatedMonth> months) {

    /** So many months at most. */
    public static final int MOST_MONTHS = 60;

    /** Takes a copy of the months. */
    public Simulation {
        months = List.copyOf(months);
    }

    /**
     * Puts the months from {@code from} to {@code to} side by side.
     *
     * @param facts of each of these months; of one without rows there may be nothing
     * @param changes in the order in which they would be made
     * @throws ContradictionException of a change that cannot be made after those before it
     * @throws IllegalArgumentException if there are no months, or more than {@value #MOST_MONTHS}
     */
    public static Simulation of(
            PlanBook book,
            Map<YearMonth, MonthFacts> facts,
            List<SupposedChange> changes,
            YearMonth from,
            YearMonth to) {
        long months = ChronoUnit.MONTHS.between(from, to) + 1;
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("a simulation has 1 to " + MOST_MONTHS + " months");
        }
        SupposedBooks supposed = SupposedBooks.of(book, facts, changes);
        PlanBook after = supposed.book();
        List<SimulatedMonth> simulated = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            simulated.add(new SimulatedMonth(
                    MonthSummary.of(book.at(month), facts.getOrDefault(month, MonthFacts.NONE)),
                    MonthSummary.of(after.at(month), supposed.facts(month))));
        }
        return new Simulation(simulated);
    }

    /** Returns what each member would pay more over all months, in the order in which they appear; less where it is negative. */
    public Map<MemberKey, Money> memberDifferences() {
        Map<MemberKey, Money> sums = new LinkedHashMap<>();
        months.forEach(
                month -> month.memberDifferences().forEach((member, more) -> sums.merge(member, more, Money::plus)));
        return sums;
    }

    /** Returns what the household would pay more over all months. */
    public Money difference() {
        return Money.sum(months.stream().map(SimulatedMonth::difference).toList());
    }
}
